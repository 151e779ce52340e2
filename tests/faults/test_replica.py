"""A streaming replica that answers, lags, stands still, is cut off, stopped or promoted; and what is read from it."""

import asyncio
import logging
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import msgspec
import pytest
from tortoise.exceptions import OperationalError

from backend import clock, database, doctor, replica
from backend.engines import postgres as postgres_engine
from backend.metrics import REPLICA_READS
from backend.provisioning import tokens
from backend.replica import read_anywhere
from backend.settings import Settings
from tests.busy import BUSY, GIVE_UP
from tests.faults.network import frozen
from tests.live import Live
from tests.postgres import Postgres, postgres
from tests.product import Product

pytestmark = [pytest.mark.postgres, pytest.mark.parametrize("fresh", ["postgres"], indirect=True)]

LIST = "{ orders(first: 20) { totalCount edges { node { orderNumber } } } }"
SEARCH = "query ($text: String) { orders(filter: { text: $text }, first: 20) { edges { node { orderNumber } } } }"
VIEWER = "{ viewer { orderOverview { myTurn } orders(first: 5) { edges { node { id } } } } }"
OF_SUPPORT = "{ supportNeeds { edges { node { kind } } } }"
FIND = """
query ($id: ID!) {
  searchOrganizations(orderId: $id, slot: CUSTOMER, domain: "globex.example") { edges { node { organization { id } } } }
  possibleDuplicates(orderId: $id, companyName: "Globex", country: "DE") { organization { id } }
  order(id: $id) { organizationMatch(slot: CUSTOMER) { basedOn } }
}
"""


@pytest.fixture(scope="module")
def second(pg: Postgres) -> Iterator[Postgres]:
    """A replica of the server that all tests use."""
    with postgres(pg) as streaming:
        yield streaming


@pytest.fixture
async def followed(db: str, second: Postgres, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    """Lists are read from the replica."""
    monkeypatch.setattr(replica, "LEFT_ALONE", 0.1)
    monkeypatch.setattr(replica, "ANSWER_WITHIN", GIVE_UP)  # a busy machine takes its time
    monkeypatch.setattr(replica, "CATCH_UP_WITHIN", GIVE_UP)
    async with replica.following(second.url(urlsplit(db).path[1:])):
        await until_used()
        yield


async def where() -> str:
    """Which of both answers."""
    row = await read_anywhere(lambda: database.row("SELECT pg_is_in_recovery() AS replays"))
    assert row is not None
    return "replica" if row["replays"] else "primary"


async def until_used() -> None:
    """Wait until the replica is read from again."""
    async with asyncio.timeout(GIVE_UP):
        while await where() != "replica":  # noqa: ASYNC110 – nobody tells
            await asyncio.sleep(0.05)


def counted() -> Counter[str]:
    """What came of the reads so far."""
    metric = next(iter(REPLICA_READS.collect()))
    return Counter({s.labels["outcome"]: int(s.value) for s in metric.samples if s.name.endswith("_total")})


@asynccontextmanager
async def in_trouble(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[list[str]]:
    """The primary answers all that is asked inside, without waiting for the replica but once; then it is used again.

    What is given is what the log said of it: one line.
    """
    monkeypatch.setattr(replica, "ANSWER_WITHIN", 0.5)
    monkeypatch.setattr(replica, "CATCH_UP_WITHIN", 0.1)
    caplog.set_level(logging.INFO, "backend.database")
    caplog.clear()
    before, said = counted(), list[str]()
    begun = time.monotonic()
    assert await where() == "primary"
    assert time.monotonic() - begun < 0.5 + BUSY
    for _ in range(20):
        assert await where() == "primary"
    came = counted() - before
    assert (came["failed"], came["left alone"], came["answered"]) == (1, 20, 0)
    said += [line for line in caplog.messages if line.startswith("The replica")]
    assert len(said) == 1
    yield said
    monkeypatch.setattr(replica, "ANSWER_WITHIN", GIVE_UP)


async def test_lists_their_search_exports_and_the_finder_are_read_from_the_replica(
    product: Product, followed: None
) -> None:
    await product.directory()
    seller = await product.integrator("cloud-sales")
    placed = await product.place(seller)
    contact = await product.opened("pat@partner.example")
    await contact.do("chooseAudience", orderId=placed["id"], audience="CUSTOMER")
    before = counted()
    number = placed["orderNumber"]
    assert (await seller.ask(LIST))["orders"]["edges"] == [{"node": {"orderNumber": number}}]
    assert (await seller.ask(SEARCH, text=number))["orders"]["edges"] == [{"node": {"orderNumber": number}}]
    assert number in (await contact.get("/orders.csv")).text
    assert await contact.ask(VIEWER)
    assert (await contact.ask(FIND, id=placed["id"]))["searchOrganizations"]["edges"]
    assert counted() - before == Counter(answered=9)  # two of the first list, with its count; three of the last
    support, before = await product.support(), counted()
    await support.ask(OF_SUPPORT)
    assert counted() - before == Counter(answered=2)


async def test_nothing_that_writes_or_decides_is_read_from_it(product: Product, followed: None) -> None:
    before = counted()
    placed = await product.place()
    contact = await product.opened("pat@partner.example")
    await contact.order(placed["id"])
    await contact.do("chooseAudience", orderId=placed["id"], audience="CUSTOMER")
    assert counted() - before == Counter()
    async with database.transaction():
        assert await where() == "primary"


async def test_who_reads_after_a_change_reads_the_change_whoever_made_it(product: Product, followed: None) -> None:
    """Programs with a token, on whichever node: another process remembers nothing of the session, and neither do we."""
    seller = await product.integrator("cloud-sales")

    async def place_and_list(count: int) -> None:
        for _ in range(count):
            placed = await product.place(seller)
            rows = (await seller.ask(SEARCH, text=placed["orderNumber"]))["orders"]["edges"]
            assert rows == [{"node": {"orderNumber": placed["orderNumber"]}}]

    before = counted()
    await asyncio.gather(*(place_and_list(5) for _ in range(4)))
    assert counted() - before == Counter(answered=20)


@asynccontextmanager
async def paused(server: Postgres) -> AsyncIterator[None]:
    """A replica that answers and learns nothing new."""
    server.run("SELECT pg_wal_replay_pause()")
    async with asyncio.timeout(GIVE_UP):
        while server.run("SELECT pg_get_wal_replay_pause_state()") != "paused":  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    try:
        yield
    finally:
        server.run("SELECT pg_wal_replay_resume()")


async def test_nobody_sees_a_line_after_their_right_was_taken_however_far_the_replica_is_behind(
    product: Product,
    followed: None,
    second: Postgres,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seller = await product.integrator("cloud-sales")
    placed = await product.place(seller)
    old = await product.signed_in("pat@partner.example")
    roles = "{ orders { edges { node { viewerRole } } } }"
    assert (await old.ask(roles))["orders"]["edges"] == [{"node": {"viewerRole": "PROVISIONING_CONTACT"}}]
    async with paused(second):
        await seller.do("changeProvisioningContact", orderId=placed["id"], email="new@acme.example")
        async with in_trouble(caplog, monkeypatch) as said:
            assert (await old.ask(roles))["orders"]["edges"] == [{"node": {"viewerRole": "FORMER_CONTACT"}}]
        assert said == ["The replica is not read from: it is behind the primary"]
    await until_used()
    assert caplog.messages[-1] == "The replica is read from again."


async def test_a_replica_that_stands_still_is_cut_off_or_stopped_is_used_again_once_it_answers(
    followed: None,
    second: Postgres,
    pg: Postgres,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with frozen(second):
        async with in_trouble(caplog, monkeypatch) as said:
            assert said == ["The replica is not read from: no answer within 0.5 s"]
        # More than what is on its way; and the next file is begun, so that a checkpoint may remove this one.
        pg.run("SELECT pg_logical_emit_message(true, 'much', repeat('x', 10000000))")
        pg.run("SELECT pg_switch_wal()")
        pg.run("CHECKPOINT")
    await until_used()
    cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'provisioning'"
    tries = list[str]()

    async def cut_off_at_once() -> str:
        tries.append("" if tries else second.run(cut))
        return str(await database.rows("SELECT pg_is_in_recovery() AS replays"))

    assert "False" in await read_anywhere(cut_off_at_once)
    assert len(tries) == 2
    await until_used()
    second.stop()
    async with in_trouble(caplog, monkeypatch):
        pass
    second.start()
    await until_used()


async def test_a_read_in_the_way_of_what_is_replayed_is_made_at_the_primary(
    product: Product, followed: None, second: Postgres, pg: Postgres, db: str
) -> None:
    name = urlsplit(db).path[1:]
    pg.run("CREATE TABLE in_the_way (id INT)", name)
    second.run("ALTER SYSTEM SET max_standby_streaming_delay = 0")
    second.run("SELECT pg_reload_conf()")
    tries = []

    async def read() -> int:
        tries.append(await database.rows("SELECT * FROM in_the_way"))
        if len(tries) == 1:  # the table is in use, and what changes it is waiting
            change = asyncio.to_thread(pg.run, "ALTER TABLE in_the_way ADD COLUMN more INT", name)
            await asyncio.gather(change, database.rows("SELECT pg_sleep(60)"))
        return len(tries)

    before = counted()
    assert await read_anywhere(read) == 2
    assert counted() - before == Counter(conflict=1)
    assert await where() == "replica"
    pg.run("DROP TABLE in_the_way", name)


async def test_a_replica_by_a_role_that_may_only_read_keeps_its_connections(
    product: Product, followed: None, second: Postgres
) -> None:
    second.run("ALTER SYSTEM SET default_transaction_read_only = on")
    second.run("SELECT pg_reload_conf()")
    try:
        async with asyncio.timeout(GIVE_UP):
            while second.run("SHOW default_transaction_read_only") != "on":  # noqa: ASYNC110 – nobody tells
                await asyncio.sleep(0.01)
        second.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'provisioning'")
        await until_used()
        pids = [await read_anywhere(lambda: database.row("SELECT pg_backend_pid() AS pid")) for _ in range(5)]
        assert pids[1:] == pids[:-1]
    finally:
        second.run("ALTER SYSTEM RESET default_transaction_read_only")
        second.run("SELECT pg_reload_conf()")


async def test_what_the_primary_would_refuse_too_is_no_trouble_of_the_replica(product: Product, followed: None) -> None:
    with pytest.raises(OperationalError):
        await read_anywhere(lambda: database.rows("SELECT nothing"))
    seller = await product.integrator("cloud-sales")
    refused = await seller.send('{ orders(after: "none") { totalCount } }')
    assert refused.errors[0]["extensions"]["code"] == "BAD_USER_INPUT"
    assert await where() == "replica"


async def test_a_replica_of_its_own_is_none(
    product: Product, pg: Postgres, db: str, caplog: pytest.LogCaptureFixture
) -> None:
    """One that was promoted, one of another installation, and a primary; none of them is written to."""
    name = urlsplit(db).path[1:]
    with postgres(pg) as third:
        async with replica.following(third.url(name)):
            await until_used()
            third.run("SELECT pg_promote()")
            assert await where() == "primary"
            assert "it was promoted" in caplog.text
        third.run("CREATE TABLE of_its_own (id INT)", name)
        await database.disconnect()
        await database.connect(third.url(name))
        async with replica.following(pg.url(name)):  # the old primary, which goes on
            assert await where() == "primary"
    await database.disconnect()
    await database.connect(db)


async def test_a_replica_of_another_server_or_another_timeline_is_not_read_from(
    product: Product, followed: None
) -> None:
    position = await replica.written()
    assert position is not None
    assert replica._replica is not None
    async with replica._replica.transaction():
        with pytest.raises(replica.Unusable, match="another database server"):
            await replica.has_replayed(msgspec.structs.replace(position, system=position.system + 1))
        with pytest.raises(replica.Unusable, match="does not follow the primary that there is now"):
            await replica.has_replayed(msgspec.structs.replace(position, timeline="0000ABCD"))


async def test_the_doctor_looks_at_the_replica(product: Product, second: Postgres, pg: Postgres, db: str) -> None:
    async def said() -> str:
        config = Settings(database_url=db, replica_url=second.url(urlsplit(db).path[1:]), secret_key="s" * 32)
        found = [str(one) async for one in doctor.examine(config) if one.what == "replica"]
        await database.connect(db)
        return found[0]

    assert (await said()).split(maxsplit=2)[:2] == ["ok", "replica"]
    async with paused(second):
        await product.place()
        assert "it is behind the primary, has replayed nothing since 20" in await said()
        assert ", is paused → lists are read from the primary meanwhile" in await said()
    second.stop()
    assert (await said()).split(maxsplit=2)[:2] == ["WRONG", "replica"]
    second.start()
    name = urlsplit(db).path[1:]
    pg.run(f"ALTER DATABASE {name} SET synchronous_commit = off")
    await database.disconnect()
    assert "synchronous_commit is off" in await said()
    pg.run(f"ALTER DATABASE {name} RESET synchronous_commit")


@pytest.mark.slow
def test_a_server_reads_from_the_replica_that_its_setting_names(live: Live, second: Postgres) -> None:
    token = live.prepare(tokens.create("cloud-sales", ["orders:read"], clock.now()))
    live.start(["-m", "tests.patience"], environment={"REPLICA_URL": second.url(urlsplit(live.url).path[1:])})

    async def answered() -> bool:
        program = live.caller(token)
        async with program.http:
            assert (await program.ask(LIST))["orders"]["totalCount"] == 0
            return 'replica_reads_total{outcome="answered"} 0.0' not in (await program.get("/metrics")).text

    async def until_answered() -> None:
        async with asyncio.timeout(GIVE_UP):
            while not await answered():  # a busy machine may take it for away at first
                pass

    asyncio.run(until_answered())


async def test_the_replicas_clock_counts_for_nothing(
    product: Product, followed: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []
    monkeypatch.setattr(clock, "synchronise", lambda *given: told.append(given))
    monkeypatch.setattr(postgres_engine, "PING_AFTER_IDLE", 0.0)
    assert replica._replica is not None
    async with replica._replica.transaction():
        await database.rows("SELECT 1 AS one")
    assert told == []
