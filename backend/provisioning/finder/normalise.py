"""Addresses and domains in the one form in which they are stored and compared."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

import idna
from email_validator import EmailSyntaxError
from email_validator.syntax import validate_email_local_part

from backend.provisioning.finder import suffixes

_PLAIN_LOCAL = re.compile(r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*", re.IGNORECASE | re.ASCII)
# What UTS-46 leaves as it is but for capitals: most domains, so the long way is spared.
_PLAIN_DOMAIN = re.compile(
    r"(?!.{254})(?:(?!..--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!..--)[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?",
    re.IGNORECASE | re.ASCII,
)
# An address with nothing around it that has to be taken off.
_PLAIN_ADDRESS = re.compile(
    f"(?P<local>(?!.{{65,}}@){_PLAIN_LOCAL.pattern})@(?P<domain>{_PLAIN_DOMAIN.pattern})", re.IGNORECASE | re.ASCII
)
# An address as mail programs and chats copy it: `Ann <a@b>`, `a@b<mailto:a@b>`, `[a@b](mailto:a@b)`, `Ann (a@b)`.
_IN_BRACKETS = re.compile(r"(?P<name>[^<>]*)<(?P<address>[^<>]+)>|(?P<label>.*?)[(](?P<linked>[^()]+@[^()]+)[)]")
_WEB = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//(?:[^/?#@]*@)?(?P<host>[^/?#]*)", re.IGNORECASE)
_MAX_ADDRESS_LENGTH = 254  # characters
_MAX_PASTED_LENGTH = 2_000  # characters; names and paths may stand beside the address
_PORT = re.compile(r":\d{0,5}$")
_AROUND = "\"'\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb,;"  # what a copied address drags along
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
    """The address that a person typed or pasted: `Ann <a@b>` and `mailto:a@b` are read too. Raises InvalidAddress."""
    if (plain := _PLAIN_ADDRESS.fullmatch(text)) and len(text) <= _MAX_ADDRESS_LENGTH:
        domain = plain["domain"].lower()
        address = f"{plain['local']}@{domain}"
        return Address(text=address, key=address.lower(), domain=domain)
    local, at, host = _without_blanks(_bare_address(_folded(text))).rpartition("@")
    if not at:
        raise InvalidAddress("an address has an @")
    domain = _read_host(host)
    if not (_PLAIN_LOCAL.fullmatch(local) and len(local) <= 64):
        try:
            local = validate_email_local_part(local, allow_smtputf8=True, strict=True)["local_part"]
        except EmailSyntaxError as error:
            raise InvalidAddress(str(error)) from None
    address = f"{local}@{domain}"
    if len(address) > _MAX_ADDRESS_LENGTH:
        raise InvalidAddress("an address has at most 254 characters")
    return Address(text=address, key=address.lower(), domain=domain)


@lru_cache(maxsize=65_536)
def read_domain(text: str) -> str:
    """The A-label of a domain that a person typed or pasted, by UTS-46 (non-transitional, STD3). Raises InvalidAddress.

    Of a web address it is the host without `www.`; a bare `www.acme.com` stays a host of its own, because who proved it
    did not prove acme.com.
    """
    return _read_host(_bare_domain(_folded(text)))


def read_domain_or_address(text: str) -> str:
    """The domain of what a person typed into the search: a domain, an address, a web page. Raises InvalidAddress."""
    folded = _folded(text)
    if "@" in folded.lstrip("@") and not _WEB.match(folded):
        return read_address(text).domain
    return _without_www(read_domain(text))


def _read_host(text: str) -> str:
    if _PLAIN_DOMAIN.fullmatch(text):
        return text.lower()
    try:
        domain = idna.encode(text, uts46=True, std3_rules=True, transitional=False).decode()
    except (idna.IDNAError, UnicodeError) as error:
        raise InvalidAddress(str(error)) from None
    domain = domain.removesuffix(".").lower()
    if "." not in domain or domain.rpartition(".")[2].isdigit():
        raise InvalidAddress("a domain has at least two parts and no number at its end")
    return domain


def _bare_address(text: str) -> str:
    """The address inside of what mail programs copy. Where the name beside it is another address, neither is meant."""
    text = _unquoted(text)
    found = _IN_BRACKETS.fullmatch(text)
    beside = ""
    if found:
        beside = found["name"] or found["label"] or ""
        text = _unquoted((found["address"] or found["linked"]).partition("|")[0].strip())
    if text[:7].lower() == "mailto:":
        text = unquote(text[7:].partition("?")[0])
        _refuse_invisible(text)
    if "@" in beside and beside.strip(f" []{_AROUND}").casefold() != text.casefold():
        raise InvalidAddress("two addresses")
    return text


def _unquoted(text: str) -> str:
    """Without quotes and the comma that came along; what merely begins with a quote is left as it is."""
    return text.strip(f" {_AROUND}") if text.endswith(tuple(_AROUND)) else text


def _bare_domain(text: str) -> str:
    """The host of a web address, or of a domain with what was copied along."""
    web = _WEB.match(text)
    if web:
        return _without_www(_PORT.sub("", web["host"]))
    return _PORT.sub("", text.strip(_AROUND).removeprefix("@").partition("/")[0])


def _without_www(host: str) -> str:
    """The domain that a web server's name belongs to; `www.com` and `www.co.uk` are domains themselves."""
    label, _, domain = host.partition(".")
    return domain if label.lower() == "www" and suffixes.registrable(domain.lower(), development=True) else host


@lru_cache(maxsize=1024)
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
    _refuse_invisible(text)
    folded = (text if text.isascii() else unicodedata.normalize("NFKC", text)).strip()
    if not folded or len(folded) > _MAX_PASTED_LENGTH:
        raise InvalidAddress("empty, or too long")
    return folded


def _without_blanks(text: str) -> str:
    if text and text.split() != [text]:
        raise InvalidAddress("blanks inside")
    return text


def _refuse_invisible(text: str) -> None:
    bare = text.strip()
    if bare.isascii() and bare.isprintable():
        return
    if any(_invisible(character) or unicodedata.category(character) == "Cc" for character in bare):
        raise InvalidAddress("invisible characters are not allowed")


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
