"""What people enter, read strictly: text, addresses, codes. All that is wrong with one input is refused together."""

import re
import unicodedata
from collections.abc import Callable

from email_validator import EmailNotValidError, validate_email

from backend.provisioning.finder.normalise import InvalidAddress, read_address, read_domain
from backend.refusals import Refusals, Refused

_FORBIDDEN = re.compile(
    "[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


class Entries:
    """Reads the fields of one input and collects what is wrong with them; `check` refuses it all at once."""

    def __init__(self) -> None:
        self.refusals: list[Refused] = []

    def refuse(self, code: str, message: str, *field: str, **values: object) -> None:
        """Note that a field is wrong."""
        self.refusals.append(Refused(code, message, field, values=values))

    def check(self) -> None:
        """Raise Refusals if anything was wrong."""
        if self.refusals:
            raise Refusals(self.refusals)

    def text(self, value: str | None, *field: str, most: int, required: bool = True) -> str:
        """One line of text in NFC without invisible characters, or "" if it is missing or wrong."""
        tidied = " ".join(unicodedata.normalize("NFC", value or "").split())
        if not tidied:
            if required:
                self.refuse("REQUIRED", "Enter a value.", *field)
            return ""
        if _FORBIDDEN.search(value or ""):
            self.refuse("INVALID", "Remove invisible and control characters.", *field)
            return ""
        if len(tidied) > most:
            self.refuse("TOO_LONG", "Use {most} characters at most.", *field, most=most)
            return ""
        return tidied

    def email(self, value: str | None, *field: str, required: bool = True) -> tuple[str, str]:
        """An address as written and the form in which addresses are compared, or two empty strings."""
        written = (value or "").strip()
        if not written:
            if required:
                self.refuse("REQUIRED", "Enter an email address.", *field)
            return "", ""
        try:
            validate_email(written, check_deliverability=False, test_environment=True, allow_quoted_local=False)
            address = read_address(written)
        except (EmailNotValidError, InvalidAddress):
            self.refuse("INVALID", "Enter an email address such as name@example.com.", *field)
            return "", ""
        return address.text, address.key

    def domain(self, value: str | None, *field: str) -> str | None:
        """The A-label of a domain, or None if there is none or it is wrong."""
        if not (value or "").strip():
            return None
        try:
            return read_domain(value or "")
        except InvalidAddress:
            self.refuse("INVALID", "Enter a domain such as example.com.", *field)
            return None

    def code(self, value: str | None, known: Callable[[str], bool], *field: str, required: bool = True) -> str:
        """A code of a list, such as a country, or "" if it is missing or unknown."""
        if not (value or "").strip():
            if required:
                self.refuse("REQUIRED", "Choose a value.", *field)
            return ""
        if not known(value or ""):
            self.refuse("INVALID", "Choose a value from the list.", *field)
            return ""
        return value or ""


def masked(address: str) -> str:
    """An address as strangers to it may see it: j•••@acme.com. Other names stay."""
    local, at, domain = address.rpartition("@")
    return f"{local[:1]}•••@{domain}" if at else address
