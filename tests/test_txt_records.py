"""Looking up TXT records against a real name server: what is found, and why not."""

import asyncio
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest

from backend import txt_records
from backend.models.organization import DomainFinding
from backend.txt_records import Answer, look_up
from tests.busy import BUSY
from tests.name_server import NameServer, closed_port, name_server

NAME, VALUE = "_controlhub-challenge.acme.example", "controlhub-domain-verification=0123456789abcdef"
LONG = "x" * 250
Setting = Callable[[NameServer], Any]


@pytest.fixture(scope="module")
def running() -> Iterator[NameServer]:
    """A name server for all tests here."""
    with name_server() as server:
        yield server


@pytest.fixture
def server(running: NameServer) -> NameServer:
    """A name server that has acme.example, without records."""
    running.clear()
    running.zone("acme.example")
    return running


def is_public(name: str) -> bool:
    return name.endswith((".example", ".test"))


async def asked(
    server: NameServer, *others: tuple[str, int], first: bool = True, tries: Sequence[float] = txt_records.TRY_TIMEOUTS
) -> Answer:
    mine = ("127.0.0.1", server.port)
    servers = (mine, *others) if first else (*others, mine)
    return await look_up("acme.example", NAME, VALUE, servers, is_public, tries=tries)


@pytest.mark.parametrize(
    "records",
    [
        [f'TXT "{VALUE}"'],
        [f'TXT "{VALUE.upper()}"'],
        ['TXT "v=spf1 -all"', f'TXT "{VALUE}"'],
        [f'TXT "{VALUE[:20]}" "{VALUE[20:]}"'],
        [f'TXT "\\"{VALUE}\\""'],
        [f'TXT "  {VALUE} "'],
        [*(f'TXT "{LONG}{number}" "{LONG}"' for number in range(100)), f'TXT "{VALUE}"'],
    ],
    ids=["alone", "capitals", "among others", "in pieces", "quoted", "blanks", "in fifty kilobytes by TCP"],
)
async def test_the_value_is_found_however_the_record_was_entered(server: NameServer, records: list[str]) -> None:
    server.records[NAME] = records
    assert (await asked(server)).finding is DomainFinding.FOUND


async def test_a_long_answer_comes_by_tcp(server: NameServer) -> None:
    server.records[NAME] = [f'TXT "{LONG}{number}"' for number in range(20)]
    assert (await asked(server)).finding is DomainFinding.OTHER_VALUE
    assert (NAME, "TXT", "TCP") in server.asked


async def test_aliases_are_followed_to_the_value(server: NameServer) -> None:
    server.zone("dns.example")
    server.records[NAME] = ["CNAME one.dns.example."]
    server.records["one.dns.example"] = ["CNAME two.dns.example."]
    server.records["two.dns.example"] = [f'TXT "{VALUE}"']
    assert (await asked(server)).finding is DomainFinding.FOUND


def wildcard(server: NameServer) -> None:
    server.records["*.acme.example"] = ['TXT "v=spf1 -all"']


def wildcard_alias(server: NameServer) -> None:
    server.zone("parked.example")
    server.records["*.acme.example"] = ["CNAME www.parked.example."]
    server.records["www.parked.example"] = ['TXT "parked"']


def endless(server: NameServer) -> None:
    server.records[NAME] = ["CNAME one.acme.example."]
    server.records["one.acme.example"] = ["CNAME one.acme.example."]


def nothing(_: NameServer) -> None:
    """As it is."""


def has(name: str, *records: str) -> Setting:
    return lambda server: server.records.update({name: list(records)})


def fails(code: str) -> Setting:
    return lambda server: server.codes.update({NAME: code})


TWICE = f"{NAME}.acme.example"
WHY: list[tuple[str, Setting, str, dict[str, object]]] = [
    ("no such domain", lambda server: server.zones.clear(), "NO_SUCH_DOMAIN", {}),
    ("no record", nothing, "NO_RECORD", {"servers": ["ns1.dns.example", "ns2.dns.example"]}),
    ("a record of another type", has(NAME, "A 192.0.2.1"), "NO_RECORD", {}),
    ("another value", has(NAME, 'TXT "old"'), "OTHER_VALUE", {"values": ["old"]}),
    ("an empty value", has(NAME, 'TXT ""'), "OTHER_VALUE", {"values": [""]}),
    ("part of it", has(NAME, f'TXT "{VALUE[:-1]}"'), "OTHER_VALUE", {}),
    ("a wildcard", wildcard, "OTHER_VALUE", {"wildcard": True, "values": ["v=spf1 -all"]}),
    ("a wildcard alias", wildcard_alias, "OTHER_VALUE", {"alias": "www.parked.example"}),
    ("an alias to nowhere", has(NAME, "CNAME gone.acme.example."), "NO_RECORD", {"alias": "gone.acme.example"}),
    ("an alias into a circle", endless, "REFUSED", {"code": "SERVFAIL"}),
    ("at the domain itself", has("acme.example", f'TXT "{VALUE}"'), "NO_RECORD", {"misplaced": "acme.example"}),
    ("named twice", has(TWICE, f'TXT "{VALUE}"'), "NO_RECORD", {"misplaced": TWICE}),
    ("refused", fails("REFUSED"), "REFUSED", {"code": "REFUSED"}),
    ("failed", fails("SERVFAIL"), "REFUSED", {"code": "SERVFAIL"}),
    ("not implemented", fails("NOTIMP"), "REFUSED", {"code": "NOTIMP"}),
    ("wrongly signed", lambda server: server.bogus.add(NAME), "REFUSED", {"code": "DNSSEC"}),
]


@pytest.mark.parametrize(("setting", "finding", "told"), [case[1:] for case in WHY], ids=[case[0] for case in WHY])
async def test_why_it_is_not_found_is_told(
    server: NameServer, setting: Setting, finding: str, told: dict[str, object]
) -> None:
    setting(server)
    found = await asked(server)
    assert found.finding == finding
    assert told.items() <= found.details.items()
    assert found.details["asked"] == ["127.0.0.1"]


async def test_values_are_shown_short_and_without_control_characters(server: NameServer) -> None:
    server.records[NAME] = [r'TXT "\027[31mred\000\255"', f'TXT "{LONG}" "{LONG}"', 'TXT "a"', 'TXT "b"', 'TXT "c"']
    values = (await asked(server)).details["values"]
    assert isinstance(values, list)
    assert len(values) == txt_records.MAX_SHOWN
    assert all(len(value) <= txt_records.MAX_VALUE_LENGTH and value.isprintable() for value in values)


@pytest.mark.parametrize("target", ["db.internal", "printer.local", "localhost", "10.in-addr.arpa"])
async def test_an_alias_into_a_network_of_ours_tells_nothing_of_what_stands_there(
    server: NameServer, target: str
) -> None:
    server.records[NAME] = [f"CNAME {target}."]
    nothing_there = await asked(server)
    server.zone(target)
    server.records[target] = ['TXT "secret"']
    something_there = await asked(server)
    server.records[target] = [f'TXT "{VALUE}"']
    assert nothing_there == something_there == await asked(server)
    assert nothing_there.finding is DomainFinding.REFUSED
    assert nothing_there.details["code"] == "ALIAS"


async def test_only_the_given_name_servers_are_ever_asked(server: NameServer) -> None:
    server.zone("acme.example", "127.0.0.2.nip.example", "internal.acme.example")
    server.records["internal.acme.example"] = ["A 10.0.0.1"]
    await asked(server)
    assert {(name, kind) for name, kind, _ in server.asked} == {
        (NAME, "TXT"),
        ("acme.example", "NS"),
        ("acme.example", "TXT"),
        (f"{NAME}.acme.example", "TXT"),
    }


async def test_no_answer_in_time_is_said_as_such_and_the_time_is_bounded(server: NameServer) -> None:
    server.silent.add(NAME)
    began = time.monotonic()
    found = await asked(server, tries=(0.1, 0.2))
    assert found == Answer(DomainFinding.TIMEOUT, {"asked": ["127.0.0.1"]})
    assert time.monotonic() - began < 2 + BUSY
    assert (await asked(server, ("127.0.0.1", closed_port()), tries=(0.1, 0.1))).finding is DomainFinding.TIMEOUT


async def test_what_is_no_answer_is_not_believed(server: NameServer) -> None:
    server.garbled.add(NAME)
    assert (await asked(server, tries=(0.1, 0.1))).finding is DomainFinding.TIMEOUT


async def test_another_name_server_is_asked_where_one_fails(server: NameServer) -> None:
    server.records[NAME] = [f'TXT "{VALUE}"']
    with name_server() as lame:
        lame.codes[NAME] = "REFUSED"
        assert (await asked(server, ("127.0.0.1", lame.port), first=False)).finding is DomainFinding.FOUND
        assert lame.asked


async def test_without_a_name_server_nothing_is_asked() -> None:
    found = await look_up("acme.example", NAME, VALUE, (), is_public)
    assert found == Answer(DomainFinding.REFUSED, {"code": "SERVERS"})


async def test_many_look_ups_at_once_all_end(server: NameServer) -> None:
    server.records[NAME] = [f'TXT "{VALUE}"']
    found = await asyncio.gather(*(asked(server) for _ in range(txt_records.CONCURRENCY * 3)))
    assert {answer.finding for answer in found} == {DomainFinding.FOUND}
