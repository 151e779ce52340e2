"""Why a domain is not verified yet, in words: what was found in DNS, and what to do."""

from collections.abc import Mapping
from datetime import datetime

from backend.language import text
from backend.models.organization import DomainFinding

LABEL = "_controlhub-challenge"


def record_name(domain: str) -> str:
    """Where the TXT record of a domain has to stand."""
    return f"{LABEL}.{domain}"


def explain(
    language: str,
    domain: str,
    finding: DomainFinding | None,
    details: Mapping[str, object],
    *,
    expires_at: datetime,
    at: datetime,
) -> str | None:
    """What the last look-up came to, with what to do about it; None before the first one."""
    if finding is None:
        return None
    said = [_found(language, domain, finding, details)]
    if finding in {DomainFinding.NO_RECORD, DomainFinding.OTHER_VALUE}:
        said += _help(language, domain, details)
    if asked := _list(details, "asked"):
        said.append(text(language, "Asked: {servers}.", servers=asked))
    proved = finding in {DomainFinding.FOUND, DomainFinding.VERIFIED_ELSEWHERE}
    if at >= expires_at and not proved:
        said.append(text(language, "We looked for 14 days and stopped. Set the record, then check again."))
    return " ".join(said)


def _found(language: str, domain: str, finding: DomainFinding, details: Mapping[str, object]) -> str:
    name = record_name(domain)
    match finding:
        case DomainFinding.FOUND:
            return text(language, "We found the TXT record. {domain} is verified.", domain=domain)
        case DomainFinding.VERIFIED_ELSEWHERE:
            return text(
                language,
                "We found the TXT record. {domain} is verified. {organizations} has verified it too, so you can’t "
                "claim it.",
                domain=domain,
                organizations=_list(details, "others"),
            )
        case DomainFinding.NO_SUCH_DOMAIN:
            return text(language, "The domain {domain} does not exist in DNS. Check its spelling.", domain=domain)
        case DomainFinding.OTHER_VALUE if details.get("alias"):
            return _alias(language, name, details)
        case DomainFinding.OTHER_VALUE:
            values = _list(details, "values")
            return text(language, "The TXT record at {name} has another value: {values}.", name=name, values=values)
        case DomainFinding.NO_RECORD if details.get("alias"):
            return _alias(language, name, details)
        case DomainFinding.NO_RECORD:
            return text(language, "There is no TXT record at {name} yet.", name=name)
        case DomainFinding.TIMEOUT:
            return text(language, "No name server answered in time. We’ll try again automatically.")
        case DomainFinding.REFUSED:
            return _refused(language, domain, str(details.get("code", "")))


def _alias(language: str, name: str, details: Mapping[str, object]) -> str:
    alias = str(details["alias"])
    return text(language, "{name} leads to {alias} (CNAME), which does not have the value.", name=name, alias=alias)


def _refused(language: str, domain: str, code: str) -> str:
    if code == "DNSSEC":
        return text(
            language,
            "The records of {domain} are not signed correctly (DNSSEC), so nobody can rely on them. Ask whoever "
            "manages your DNS.",
            domain=domain,
        )
    if code == "ALIAS":
        return text(language, "The record leads to a name that we don’t follow (CNAME). Set a TXT record instead.")
    if code == "SERVERS":
        return text(language, "Control Hub has no name server to ask. Tell support.")
    return text(
        language,
        "The name servers of {domain} answered with an error ({code}). If this continues, ask whoever manages your "
        "DNS.",
        domain=domain,
        code=code,
    )


def _help(language: str, domain: str, details: Mapping[str, object]) -> list[str]:
    """What else was seen that helps to set the record right."""
    said = []
    if details.get("wildcard"):
        wildcard = text(
            language, "Every name below {domain} has this record (a wildcard). Set one at this name.", domain=domain
        )
        said.append(wildcard)
    if misplaced := details.get("misplaced"):
        said.append(
            text(
                language,
                "The value is at {misplaced} instead. Some providers add the domain themselves; if so, enter only "
                "{label}.",
                misplaced=misplaced,
                label=LABEL,
            )
        )
    if servers := _list(details, "servers"):
        said.append(text(language, "The records of {domain} are set at {servers}.", domain=domain, servers=servers))
    if not misplaced:
        said.append(text(language, "It can take an hour until a new record is visible."))
    return said


def _list(details: Mapping[str, object], name: str) -> str:
    values = details.get(name)
    return ", ".join(str(value) for value in values) if isinstance(values, list) else ""
