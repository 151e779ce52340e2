"""What people enter, read strictly: text, addresses, codes. All that is wrong with one input is refused together."""

from collections.abc import Callable

from email_validator import EmailNotValidError, validate_email

from backend.entered_text import HarmfulText, plain, tidy
from backend.provisioning.finder import suffixes
from backend.provisioning.finder.normalise import InvalidAddress, displayed, read_address, read_domain
from backend.reference.countries import is_country, read_country
from backend.refusals import ErrorCode, Refused, together
from backend.settings import settings


class Entries:
    """Reads the fields of one input and collects what is wrong with them; `check` refuses it all at once."""

    def __init__(self) -> None:
        self.refusals: list[Refused] = []

    def refuse(self, code: ErrorCode, message: str, *field: str, **values: object) -> None:
        """Note that a field is wrong."""
        self.refusals.append(Refused(code, message, field, values=values))

    def check(self) -> None:
        """Raise Refused if anything was wrong."""
        if self.refusals:
            raise together(self.refusals)

    def text(self, value: str | None, *field: str, most: int, required: bool = True) -> str:
        """One line of text without what nobody sees, or "" if it is missing or wrong."""
        return self._read(tidy, value, field, most, required)

    def number(self, value: str | None, *field: str, most: int, required: bool = True) -> str:
        """A number or code of another system, such as an order number, in NFKC; or "" if it is missing or wrong."""
        return self._read(plain, value, field, most, required)

    def _read(
        self, read: Callable[[str], str], value: str | None, field: tuple[str, ...], most: int, required: bool
    ) -> str:
        try:
            found = read(value or "")
        except HarmfulText:
            text = "Remove control characters and marks that change the writing direction."
            self.refuse(ErrorCode.INVALID, text, *field)
            return ""
        if not found and required:
            self.refuse(ErrorCode.REQUIRED, "Enter a value.", *field)
        if len(found) > most:
            self.refuse(ErrorCode.TOO_LONG, "Use {most} characters at most.", *field, most=most)
            return ""
        return found

    def email(self, value: str | None, *field: str, required: bool = True) -> tuple[str, str]:
        """An address as written and the form in which addresses are compared, or two empty strings."""
        written = (value or "").strip()
        if not written:
            if required:
                self.refuse(ErrorCode.REQUIRED, "Enter an email address.", *field)
            return "", ""
        try:
            address = read_address(written)
            if not self._ends(address.domain, *field):
                return "", ""
            validate_email(address.text, check_deliverability=False, test_environment=True, allow_quoted_local=False)
        except (EmailNotValidError, InvalidAddress):
            self.refuse(ErrorCode.INVALID, "Enter an email address such as name@example.com.", *field)
            return "", ""
        return address.text, address.key

    def domain(self, value: str | None, *field: str) -> str | None:
        """The A-label of a domain, or None if there is none or it is wrong."""
        if not (value or "").strip():
            return None
        try:
            domain = read_domain(value or "")
        except InvalidAddress:
            self.refuse(ErrorCode.INVALID, "Enter a domain such as example.com.", *field)
            return None
        return domain if self._ends(domain, *field) else None

    def _ends(self, domain: str, *field: str) -> bool:
        """Whether the domain has an ending that exists; one that does not is refused, as mail would never arrive."""
        ending = suffixes.unknown_ending(domain, development=settings().development)
        if ending:
            text = "No domain ends in .{ending}. Check the spelling."
            meant = suffixes.meant(domain, ending)
            if meant:
                text = "No domain ends in .{ending}. Did you mean {meant}?"
            self.refuse(ErrorCode.INVALID, text, *field, ending=displayed(ending), meant=displayed(meant or ""))
        return not ending

    def country(self, value: str | None, *field: str, required: bool = True) -> str:
        """The code of a country, also as others write it, such as UK; or "" if it is missing or unknown."""
        return self.code(value and (read_country(value) or value), is_country, *field, required=required)

    def code(self, value: str | None, known: Callable[[str], bool], *field: str, required: bool = True) -> str:
        """A code of a list, such as a country, or "" if it is missing or unknown."""
        if not (value or "").strip():
            if required:
                self.refuse(ErrorCode.REQUIRED, "Choose a value.", *field)
            return ""
        if not known(value or ""):
            self.refuse(ErrorCode.INVALID, "Choose a value from the list.", *field)
            return ""
        return value or ""


def is_address(name: str) -> bool:
    """Whether who did something was a person, by their address, and no program of an organization, by its name."""
    return "@" in name and " " not in name


def masked(address: str) -> str:
    """An address as strangers to it may see it: j•••@acme.com. Other names stay."""
    local, at, domain = address.rpartition("@")
    return f"{local[:1]}•••@{domain}" if at else address


def readable(address: str) -> str:
    """An address with its domain in its own letters (bücher.example), but where they could mislead."""
    local, at, domain = address.rpartition("@")
    return f"{local}{at}{displayed(domain)}"
