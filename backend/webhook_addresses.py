"""Where webhooks may go: which URLs can be entered, and which addresses of the network are ever connected to.

In production that is https on port 443 of a host with a name, at an address of the public Internet. Development allows
http, any port, and this machine.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import quote, urlsplit

import idna

MAX_URL_LENGTH = 1000  # characters, as it is kept
MAX_HOST_LENGTH = 253
LOCALHOST = "localhost"
_KEPT = "%/:?#[]@!$&'()*+,;=~"  # what has a meaning in a path or query, or is encoded already
_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")  # a host whose last label is one is read as an IPv4 address by many programs
# Public to `ipaddress`, and still nobody's server: addresses that hold or lead to others, and clouds' own services.
_REFUSED = tuple(
    ip_network(network)
    for network in (
        "0.0.0.0/8",
        "100.64.0.0/10",  # between providers and their customers; also a cloud's metadata
        "168.63.129.16/32",  # a cloud's own service, at an address of the Internet
        "192.0.0.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",  # the way to 6to4
        "192.175.48.0/24",
        "198.18.0.0/15",
        "240.0.0.0/4",
        "64:ff9b::/96",  # NAT64
        "64:ff9b:1::/48",
        "100::/64",
        "2001::/23",  # Teredo and other protocols
        "2001:db8::/32",
        "2002::/16",  # 6to4
        "2620:4f:8000::/48",
        "3fff::/20",
        "5f00::/16",
    )
)
_PUBLIC_IPV6 = ip_network("2000::/3")


class UrlProblem(StrEnum):
    """Why no webhook goes to a URL."""

    FORM = "FORM"
    SCHEME = "SCHEME"
    USER = "USER"
    FRAGMENT = "FRAGMENT"
    PORT = "PORT"
    LENGTH = "LENGTH"
    IP_ADDRESS = "IP_ADDRESS"
    NOT_PUBLIC = "NOT_PUBLIC"


class BadUrl(ValueError):
    """A URL to which no webhook goes; `problem` says why."""

    def __init__(self, problem: UrlProblem) -> None:
        super().__init__(problem)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Target:
    """A URL, taken apart once: what is checked is what is connected to."""

    scheme: str
    host: str  # in ASCII and small letters; an IPv6 address without brackets
    port: int
    path: str  # with the query

    @property
    def url(self) -> str:
        """The URL as it is kept and shown."""
        usual = {"https": 443, "http": 80}[self.scheme]
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}{'' if self.port == usual else f':{self.port}'}{self.path}"


def read_url(text: str, *, development: bool) -> Target:
    """The target of a URL that was entered or kept. Raises BadUrl."""
    text = text.strip()
    if not text.isprintable() or " " in text or "\\" in text:
        raise BadUrl(UrlProblem.FORM)
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise BadUrl(UrlProblem.FORM) from None
    if parts.scheme not in (("https", "http") if development else ("https",)):
        raise BadUrl(UrlProblem.SCHEME)
    if "@" in parts.netloc:
        raise BadUrl(UrlProblem.USER)
    if "#" in text:
        raise BadUrl(UrlProblem.FRAGMENT)
    usual = 443 if parts.scheme == "https" else 80
    if port is not None and port != usual and not development:
        raise BadUrl(UrlProblem.PORT)
    path = quote(f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}", safe=_KEPT)
    target = Target(parts.scheme, _read_host(parts.hostname or "", development=development), port or usual, path)
    if port == 0:
        raise BadUrl(UrlProblem.FORM)
    if len(target.url) > MAX_URL_LENGTH:
        raise BadUrl(UrlProblem.LENGTH)
    return target


def _read_host(text: str, *, development: bool) -> str:
    if (address := _address(text)) is not None:
        if not development:
            raise BadUrl(UrlProblem.IP_ADDRESS)
        if not is_allowed(str(address), development=True):
            raise BadUrl(UrlProblem.NOT_PUBLIC)
        return str(address)
    try:
        host = idna.encode(text.removesuffix("."), uts46=True).decode().lower()
    except idna.IDNAError:
        raise BadUrl(UrlProblem.FORM) from None
    labels = host.split(".")
    if len(host) > MAX_HOST_LENGTH or not all(map(_LABEL.fullmatch, labels)) or _NUMBER.fullmatch(labels[-1]):
        raise BadUrl(UrlProblem.FORM)
    local = host == LOCALHOST or host.endswith(f".{LOCALHOST}")
    if (len(labels) == 1 or local) and not (development and host == LOCALHOST):
        raise BadUrl(UrlProblem.NOT_PUBLIC)
    return host


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(text)
    except ValueError:
        return None


def is_allowed(address: str, *, development: bool) -> bool:
    """Whether an address of the network may be connected to. What cannot be read, may not."""
    found = _address(address)
    if found is None or (isinstance(found, IPv6Address) and found.scope_id):
        return False
    if found.is_loopback:
        return development
    if isinstance(found, IPv6Address) and found not in _PUBLIC_IPV6:
        return False  # also every form that holds an IPv4 address
    odd = found.is_multicast or found.is_reserved or found.is_unspecified or found.is_link_local
    return found.is_global and not odd and not any(found in network for network in _REFUSED)
