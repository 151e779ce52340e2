"""A real name server on loopback, by UDP and TCP, that knows what it is told and misbehaves as name servers do."""

import socket
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import dns.flags
import dns.message
import dns.name
import dns.rcode
import dns.rdataclass
import dns.rdatatype
import dns.rrset

UDP_AT_MOST = 1232


@dataclass
class NameServer:
    """What it answers, by name in lower case. A change holds at once.

    `records` are lines such as `TXT "one" "two"`; `codes` are answer codes instead. Names in `silent` get no answer,
    in `garbled` bytes that are none, in `bogus` one whose signatures are wrong: SERVFAIL, unless checking is off.
    A name below `*.domain` has the records of that. `zones` have SOA and NS; what lies in none is refused.
    """

    port: int = 0
    zones: dict[str, list[str]] = field(default_factory=dict)
    records: dict[str, list[str]] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    silent: set[str] = field(default_factory=set)
    garbled: set[str] = field(default_factory=set)
    bogus: set[str] = field(default_factory=set)
    asked: list[tuple[str, str, str]] = field(default_factory=list)

    def zone(self, domain: str, *servers: str) -> None:
        """Have a domain, run by these name servers."""
        self.zones[domain] = list(servers or ("ns1.dns.example", "ns2.dns.example"))

    def clear(self) -> None:
        """Forget everything."""
        for table in (self.zones, self.records, self.codes, self.silent, self.garbled, self.bogus, self.asked):
            table.clear()

    def answer(self, wire: bytes, transport: str) -> bytes | None:
        """The answer to a query, or None."""
        query = dns.message.from_wire(wire)
        question = query.question[0]
        name, kind = question.name.to_text(omit_final_dot=True).lower(), dns.rdatatype.to_text(question.rdtype)
        self.asked.append((name, kind, transport))
        if name in self.silent:
            return None
        if name in self.garbled:
            return wire[:2] + b"\xff" * 20
        response = dns.message.make_response(query, recursion_available=True)
        if name in self.bogus and not query.flags & dns.flags.CD:
            response.set_rcode(dns.rcode.SERVFAIL)
        elif name in self.codes:
            response.set_rcode(dns.rcode.from_text(self.codes[name]))
        else:
            self.fill(response, name, kind)
        answered = response.to_wire(max_size=65_535)
        if transport == "UDP" and len(answered) > UDP_AT_MOST:
            response.answer.clear()
            response.flags |= dns.flags.TC
            answered = response.to_wire()
        return answered

    def fill(self, response: dns.message.Message, name: str, kind: str) -> None:
        """Follow aliases and add the records, or say that there are none."""
        for _ in range(30):
            zone = next((found for found in ancestors(name) if found in self.zones), None)
            if zone is None:
                response.set_rcode(dns.rcode.NXDOMAIN)
                return
            lines = self.lines(name)
            alias = next((line.split()[1] for line in lines if line.startswith("CNAME ")), None)
            if alias:
                response.answer.append(dns.rrset.from_text(f"{name}.", 60, "IN", "CNAME", alias))
                name = alias.rstrip(".").lower()
                continue
            texts = [line.partition(" ")[2] for line in lines if line.startswith(f"{kind} ")]
            if kind == "NS" and name == zone:
                texts = [f"{server}." for server in self.zones[zone]]
            if texts:
                response.answer.append(dns.rrset.from_text_list(f"{name}.", 60, "IN", kind, texts))
                return
            exists = lines or name in self.zones or any(other.endswith(f".{name}") for other in self.records)
            if not exists:
                response.set_rcode(dns.rcode.NXDOMAIN)
            soa = f"ns1.dns.example. hostmaster.{zone}. 1 3600 600 86400 300"
            response.authority.append(dns.rrset.from_text(f"{zone}.", 300, "IN", "SOA", soa))
            return
        response.set_rcode(dns.rcode.SERVFAIL)

    def lines(self, name: str) -> list[str]:
        """The records of a name, its own or by the wildcard above it."""
        if name in self.records:
            return self.records[name]
        return next((self.records[f"*.{up}"] for up in ancestors(name)[1:] if f"*.{up}" in self.records), [])


def ancestors(name: str) -> list[str]:
    """A name and everything above it."""
    parts = name.split(".")
    return [".".join(parts[start:]) for start in range(len(parts))]


@contextmanager
def name_server() -> Iterator[NameServer]:
    """A running name server."""
    knows = NameServer()

    class Udp(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            wire, sender = self.request
            answered = knows.answer(wire, "UDP")
            if answered is not None:
                sender.sendto(answered, self.client_address)

    class Tcp(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            size = int.from_bytes(self.rfile.read(2), "big")
            answered = knows.answer(self.rfile.read(size), "TCP")
            if answered is not None:
                self.wfile.write(len(answered).to_bytes(2, "big") + answered)

    servers: list[Any] = []
    while not servers:
        udp = socketserver.ThreadingUDPServer(("127.0.0.1", 0), Udp)
        port = int(udp.server_address[1])
        try:
            servers = [udp, socketserver.ThreadingTCPServer(("127.0.0.1", port), Tcp)]
            knows.port = port
        except OSError:
            udp.server_close()
    threads = [threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True) for server in servers]
    for thread in threads:
        thread.start()
    yield knows
    for server, thread in zip(servers, threads, strict=True):
        server.shutdown()
        thread.join()
        server.server_close()


def closed_port() -> int:
    """A port of this machine at which nobody answers."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
