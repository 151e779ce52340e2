"""Addresses and domains in the one form in which they are stored and compared."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import idna
from email_validator import EmailSyntaxError
from email_validator.syntax import validate_email_local_part

_PLAIN_LOCAL = re.compile(r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*", re.IGNORECASE | re.ASCII)
# What UTS-46 leaves as it is but for capitals: most domains, so the long way is spared.
_PLAIN_DOMAIN = re.compile(
    r"(?!.{254})(?:(?!..--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!..--)[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?"
)
# Scripts that one language writes together.
_JAPANESE = frozenset({"CJK", "HIRAGANA", "KATAKANA", "LATIN"})
_KOREAN = frozenset({"CJK", "HANGUL", "LATIN"})


class InvalidAddress(ValueError):
    """Not an address or domain that mail can reach."""


@dataclass(frozen=True, slots=True)
class Address:
    """A mail address: `text` to show and send to, `key` to compare, `domain` as A-label."""

    text: str
    key: str
    domain: str

    @property
    def untagged_key(self) -> str | None:
        """The key of the same mailbox without its plus tag, or None if it has none."""
        local, _, domain = self.key.rpartition("@")
        mailbox, plus, _ = local.partition("+")
        return f"{mailbox}@{domain}" if plus and mailbox else None


def read_address(text: str) -> Address:
    """The address that a person typed. Raises InvalidAddress."""
    local, at, host = _folded(text).rpartition("@")
    if not at:
        raise InvalidAddress("an address has an @")
    domain = read_domain(host)
    if not (_PLAIN_LOCAL.fullmatch(local) and len(local) <= 64):
        try:
            local = validate_email_local_part(local, allow_smtputf8=True, strict=True)["local_part"]
        except EmailSyntaxError as error:
            raise InvalidAddress(str(error)) from None
    address = f"{local}@{domain}"
    if len(address) > 254:
        raise InvalidAddress("an address has at most 254 characters")
    return Address(text=address, key=address.lower(), domain=domain)


@lru_cache(maxsize=65_536)
def read_domain(text: str) -> str:
    """The A-label of a domain that a person typed, by UTS-46 (non-transitional, STD3). Raises InvalidAddress."""
    folded = _folded(text)
    if _PLAIN_DOMAIN.fullmatch(plain := folded.lower()):
        return plain
    try:
        domain = idna.encode(folded, uts46=True, std3_rules=True, transitional=False).decode()
    except (idna.IDNAError, UnicodeError) as error:
        raise InvalidAddress(str(error)) from None
    domain = domain.removesuffix(".").lower()
    if "." not in domain or domain.rpartition(".")[2].isdigit():
        raise InvalidAddress("a domain has at least two parts and no number at its end")
    return domain


def read_domain_or_address(text: str) -> str:
    """The domain of what a person typed into the search: a domain, or an address. Raises InvalidAddress."""
    return read_address(text).domain if "@" in _folded(text) else read_domain(text)


def displayed(domain: str) -> str:
    """The domain in its own letters; the A-label where they would mislead."""
    try:
        return domain if mixes_scripts(domain) else idna.decode(domain)
    except idna.IDNAError:
        return domain


def mixes_scripts(domain: str) -> bool:
    """Whether a label of the domain mixes letters of several scripts, as look-alikes do."""
    try:
        labels = idna.decode(domain).split(".")
    except idna.IDNAError:
        return False
    return any(_mixed(label) for label in labels)


def _mixed(label: str) -> bool:
    scripts = {unicodedata.name(letter, "UNKNOWN").split(" ")[0].split("-")[0] for letter in label if letter.isalpha()}
    return len(scripts) > 1 and not (scripts <= _JAPANESE or scripts <= _KOREAN)


def _folded(text: str) -> str:
    """NFKC without blanks around. Invisible characters are refused first: UTS-46 would silently delete them."""
    if text.isascii():
        plain = text.strip()
        if not plain or not plain.isprintable() or " " in plain:
            raise InvalidAddress("empty, or blanks inside")
        return plain
    if any(_invisible(character) for character in text):
        raise InvalidAddress("invisible characters are not allowed")
    folded = unicodedata.normalize("NFKC", text).strip()
    if not folded or any(character.isspace() or unicodedata.category(character) == "Cc" for character in folded):
        raise InvalidAddress("empty, or blanks inside")
    return folded


def _invisible(character: str) -> bool:
    """Format characters, variation selectors and the other code points that Unicode lets programs ignore."""
    code = ord(character)
    return (
        unicodedata.category(character) == "Cf"
        or code in {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0}
        or 0x180B <= code <= 0x180F
        or 0xFE00 <= code <= 0xFE0F
        or 0xE0000 <= code <= 0xE0FFF
    )
