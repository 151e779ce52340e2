"""What the delivery log says, in words: why there was no answer, and why an endpoint was switched off."""

from backend.language import text
from backend.models.webhook import DisabledReason

_FAILURES = {
    "TIMEOUT": "There was no answer in time.",
    "HOST_UNKNOWN": "This host has no address in DNS.",
    "ADDRESS_REFUSED": "This host’s address is not on the public Internet.",
    "CONNECTION": "No connection could be made, or it broke off.",
    "TLS": "The host’s certificate or encryption could not be accepted.",
    "PROTOCOL": "The answer was not HTTP.",
    "OWNER": "The webhook’s owner could not use the API at that time, so nothing was sent.",
    "QUERY": "The webhook’s query could not be answered at that time, so nothing was sent.",
}
_REASONS = {
    DisabledReason.GONE: "The receiver answered 410 Gone, so this webhook was switched off.",
    DisabledReason.FAILING: "The receiver accepted nothing for three days, so this webhook was switched off.",
}


def explain_failure(language: str, failure: str | None, detail: str | None) -> str | None:
    """Why a try got no answer, with what a library said of it; None: there was an answer."""
    if failure is None:
        return None
    said = text(language, _FAILURES.get(failure, _FAILURES["CONNECTION"]))
    return f"{said} ({detail})" if detail else said


def explain_disabled(language: str, reason: DisabledReason | None) -> str | None:
    """Why an endpoint was switched off; None: a person did it, or it is on."""
    return text(language, _REASONS[reason]) if reason else None
