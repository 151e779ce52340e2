"""Looks up the TXT record that proves a domain, by real DNS: bounded in time and size, and told so that one can act.

Only the name servers of the settings are asked, or this machine's own: whatever a domain's records say, no other
address is ever contacted. What stands behind an alias is not shown, and one into a network of ours tells nothing.
"""

import asyncio
import contextlib
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

import dns.asyncquery
import dns.edns
import dns.exception
import dns.flags
import dns.message
import dns.name
import dns.rcode
import dns.rdatatype
import dns.resolver

from backend.models.organization import DomainFinding

Server = tuple[str, int]  # address and port
TIMEOUT = 8.0  # seconds for everything
EXPLANATION_TIMEOUT = 4.0  # of them for what merely explains
TRY_TIMEOUTS = (1.5, 3.0)  # seconds
CONCURRENCY = 32  # look-ups of one process
MAX_SHOWN = 3  # values, and name servers, that are shown
MAX_VALUE_LENGTH = 120  # characters of a value that is shown
_PAYLOAD = 1232  # bytes of an answer by UDP that pass every network
_DNSSEC = set(range(5, 13))  # the extended errors that are about signatures

_places: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a look-up came to, and what else a person can use.

    `details` may have: `values` (other values), `servers` (the domain's name servers), `asked` (who answered), `code`
    (why nothing could be learnt: an answer code of DNS, DNSSEC, ALIAS or SERVERS), `alias` (where the record leads),
    `misplaced` (where the right value stands instead), `wildcard` (any name has this record).
    """

    finding: DomainFinding
    details: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Reply:
    """What the name servers said to one question; without a message, why not."""

    asked: str
    message: dns.message.Message | None = None
    code: str = ""  # TIMEOUT, DNSSEC, or an answer code of DNS


def system_servers() -> tuple[Server, ...]:
    """The name servers that this machine itself uses."""
    try:
        return tuple((str(address), 53) for address in dns.resolver.Resolver().nameservers)
    except dns.resolver.NoResolverConfiguration:
        return ()


async def look_up(
    domain: str,
    name: str,
    value: str,
    servers: Sequence[Server],
    is_public: Callable[[str], bool],
    *,
    tries: Sequence[float] = TRY_TIMEOUTS,
) -> Answer:
    """Whether the TXT record `name` of `domain` has the value; if not, why. Never raises, and never takes long.

    `is_public` tells of a name whether it is one of the public DNS, which an alias has to lead to. `tries` are the
    seconds that each name server gets, in one round after the other.
    """
    loop = asyncio.get_running_loop()
    place = _places.setdefault(loop, asyncio.Semaphore(CONCURRENCY))
    resolver = _Resolver(servers[: MAX_SHOWN * 2], is_public, tries)
    try:
        async with asyncio.timeout(TIMEOUT), place:
            return await resolver.look(domain, name, value)
    except TimeoutError:
        return Answer(DomainFinding.TIMEOUT, {"asked": resolver.addresses})


@dataclass(slots=True)
class _Resolver:
    servers: Sequence[Server]
    is_public: Callable[[str], bool]
    tries: Sequence[float]

    @property
    def addresses(self) -> list[str]:
        return [address for address, _ in self.servers]

    async def look(self, domain: str, name: str, value: str) -> Answer:
        if not self.servers:
            return Answer(DomainFinding.REFUSED, {"code": "SERVERS"})
        reply = await self.ask(name, "TXT")
        if reply.message is None:
            if reply.code == "TIMEOUT":
                return Answer(DomainFinding.TIMEOUT, {"asked": self.addresses})
            return Answer(DomainFinding.REFUSED, {"code": reply.code, "asked": [reply.asked]})
        try:
            alias, values = _follow_aliases(reply.message)
        except dns.exception.DNSException:
            return Answer(DomainFinding.REFUSED, {"code": "ALIAS", "asked": [reply.asked]})
        details: dict[str, object] = {"asked": [reply.asked]}
        if alias and not self.is_public(alias):
            return Answer(DomainFinding.REFUSED, details | {"code": "ALIAS"})
        if any(_has_value(found, value) for found in values):
            return Answer(DomainFinding.FOUND, details)
        if alias:
            details["alias"] = alias
            return Answer(DomainFinding.OTHER_VALUE if values else DomainFinding.NO_RECORD, details)
        return await self.explain(domain, name, value, values, details)

    async def explain(
        self, domain: str, name: str, value: str, values: list[str], details: dict[str, object]
    ) -> Answer:
        """Why the value is not there: what helps is looked up as far as the time allows."""
        finding = DomainFinding.OTHER_VALUE if values else DomainFinding.NO_RECORD
        if values:
            details["values"] = [_readable(found) for found in values[:MAX_SHOWN]]
        with contextlib.suppress(TimeoutError, dns.exception.DNSException):
            async with asyncio.timeout(EXPLANATION_TIMEOUT):
                exists, zone_servers = await self.zone(domain)
                if not exists:
                    return Answer(DomainFinding.NO_SUCH_DOMAIN, details)
                if zone_servers:
                    details["servers"] = zone_servers
                if values and await self.has_values(f"_{secrets.token_hex(6)}.{domain}"):
                    details["wildcard"] = True
                for place in (domain, f"{name}.{domain}"):
                    if await self.has_values(place, value):
                        details["misplaced"] = place
                        break
        return Answer(finding, details)

    async def zone(self, domain: str) -> tuple[bool, list[str]]:
        """Whether the domain exists, and the names of the name servers that its records are set at."""
        reply = await self.ask(domain, "NS")
        message = reply.message
        if message is None:
            return True, []
        if message.rcode() == dns.rcode.NXDOMAIN:
            return False, []
        found = _names(message, domain)
        if found:
            return True, found
        above = next(
            (s.name.to_text(omit_final_dot=True) for s in message.authority if s.rdtype == dns.rdatatype.SOA), ""
        )
        if not above or above == domain or not self.is_public(above):
            return True, []
        reply = await self.ask(above, "NS")
        return True, _names(reply.message, above) if reply.message else []

    async def has_values(self, name: str, value: str | None = None) -> bool:
        """Whether a name has TXT records of its own, or the one with this value."""
        if len(name) > 253:
            return False
        reply = await self.ask(name, "TXT")
        if reply.message is None:
            return False
        alias, values = _follow_aliases(reply.message)
        return not alias and any(value is None or _has_value(found, value) for found in values)

    async def ask(self, name: str, kind: str) -> _Reply:
        """Ask the name servers one after the other until one knows; `_Reply.code` says why none does."""
        trouble = _Reply("", None, "TIMEOUT")
        for seconds in self.tries:
            for server in self.servers:
                message = await self.exchange(server, name, kind, seconds)
                if message is None:
                    continue
                code = message.rcode()
                if code in {dns.rcode.NOERROR, dns.rcode.NXDOMAIN}:
                    return _Reply(server[0], message)
                trouble = _Reply(server[0], None, await self.why(message, server, name, kind))
            if trouble.code != "TIMEOUT":
                return trouble
        return trouble

    async def why(self, message: dns.message.Message, server: Server, name: str, kind: str) -> str:
        """The code of a failure; DNSSEC if an answer exists that only its signatures spoil."""
        code = dns.rcode.to_text(message.rcode())
        if message.rcode() != dns.rcode.SERVFAIL:
            return code
        if any(isinstance(option, dns.edns.EDEOption) and option.code in _DNSSEC for option in message.options):
            return "DNSSEC"
        unchecked = await self.exchange(server, name, kind, self.tries[0], unchecked=True)
        good = unchecked is not None and unchecked.rcode() in {dns.rcode.NOERROR, dns.rcode.NXDOMAIN}
        return "DNSSEC" if good else code

    async def exchange(
        self, server: Server, name: str, kind: str, seconds: float, *, unchecked: bool = False
    ) -> dns.message.Message | None:
        """One question to one name server, by TCP where the answer is long; None: no answer that can be read."""
        query = dns.message.make_query(dns.name.from_text(name), kind, use_edns=0, payload=_PAYLOAD)
        if unchecked:
            query.flags |= dns.flags.CD
        address, port = server
        try:
            async with asyncio.timeout(seconds * 2):
                answer, _ = await dns.asyncquery.udp_with_fallback(
                    query, address, timeout=seconds, port=port, ignore_unexpected=True, ignore_errors=True
                )
        except (dns.exception.DNSException, OSError, EOFError, TimeoutError):
            return None
        return answer


def _follow_aliases(message: dns.message.Message) -> tuple[str, list[str]]:
    """Where the aliases of an answer lead, empty if there are none, and the values of the TXT records there."""
    if not isinstance(message, dns.message.QueryMessage):
        return "", []
    chain = message.resolve_chaining()
    alias = chain.canonical_name.to_text(omit_final_dot=True).lower() if chain.cnames else ""
    records = chain.answer or ()
    return alias, [b"".join(record.strings).decode("utf-8", "replace") for record in records]


def _names(message: dns.message.Message, domain: str) -> list[str]:
    owner = dns.name.from_text(domain)
    found = [
        record.target.to_text(omit_final_dot=True).lower()
        for records in message.answer
        if records.rdtype == dns.rdatatype.NS and records.name == owner
        for record in records
    ]
    return [_readable(name) for name in sorted(found)[:MAX_SHOWN]]


def _has_value(found: str, value: str) -> bool:
    """Whether a record has our value: panels add quotation marks and blanks, and change the case."""
    return found.strip().strip('"“”').strip().casefold() == value.casefold()


def _readable(text: str) -> str:
    """What a stranger's record says, fit to be stored and shown."""
    shown = "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
    return shown if len(shown) <= MAX_VALUE_LENGTH else f"{shown[: MAX_VALUE_LENGTH - 1]}…"
