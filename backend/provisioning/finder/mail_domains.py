"""Mail domains that belong to no company: free mail, throw-away mailboxes, what support says about them."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from backend.models.organization import MailDomainKind
from backend.provisioning.finder import suffixes

_DATA = Path(__file__).parent / "data"
_MERGED = "mail-domains.txt"
_BY_HAND = {
    MailDomainKind.DISPOSABLE: "disposable-mail.txt",
    MailDomainKind.FREE_MAIL: "free-mail.txt",
    MailDomainKind.COMPANY: "company-mail.txt",
}


def kind(hosts: Iterable[str], overrides: Mapping[str, MailDomainKind]) -> MailDomainKind:
    """What the domain is whose chain of hosts is given; a correction wins over the shipped lists.

    The nearest host that anything is known about decides: a subdomain of a free-mail domain is free mail.
    """
    return decided(hosts, overrides)[1]


def decided(hosts: Iterable[str], overrides: Mapping[str, MailDomainKind]) -> tuple[str | None, MailDomainKind]:
    """What the domain is, and the host that decided it; None if nothing is known about any of them."""
    shipped = shipped_kinds()
    for host in hosts:
        known = overrides.get(host) or shipped.get(host) or _brand(host)
        if known:
            return host, known
    return None, MailDomainKind.COMPANY


@cache
def shipped_kinds() -> Mapping[str, MailDomainKind]:
    """The free and throw-away domains of the merged lists and of our own, which win."""
    kinds = {kind.value: kind for kind in MailDomainKind}
    found = {domain: kinds[word] for domain, word, _ in (line.split(" ", 2) for line in _lines(_MERGED))}
    for by_hand, name in _BY_HAND.items():
        found |= dict.fromkeys(_lines(name), by_hand)
    return found


def source(host: str) -> str:
    """Where the shipped word on a host comes from, to be read by support."""
    for name in reversed(_BY_HAND.values()):
        if host in _lines(name):
            return name
    for line in _lines(_MERGED):
        if line.startswith(f"{host} "):
            letters = line.rpartition(" ")[2]
            return ", ".join(dict.fromkeys(credit for letter, credit in _credits().items() if letter in letters))
    return "mail-brands.txt" if _brand(host) else "not listed"


def _brand(host: str) -> MailDomainKind | None:
    """Free mail if the host is a mail provider's name below the suffix of a country, such as hotmail.dk."""
    label, _, suffix = host.partition(".")
    if label not in _brands() or len(suffix.rpartition(".")[2]) != 2:
        return None
    return MailDomainKind.FREE_MAIL if suffixes.registrable(host) == host else None


@cache
def _brands() -> frozenset[str]:
    return frozenset(_lines("mail-brands.txt"))


@cache
def _credits() -> Mapping[str, str]:
    """The packages of the merged file by their letter, as its head tells them."""
    head = (line[2:].partition(" ") for line in _text(_MERGED) if line.startswith("# "))
    return {letter: credit for letter, _, credit in head if len(letter) == 1}


def _lines(name: str) -> list[str]:
    return [line for line in _text(name) if line and not line.startswith("#")]


def _text(name: str) -> list[str]:
    return (_DATA / name).read_text(encoding="utf-8").splitlines()
