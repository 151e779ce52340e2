"""Two server processes on one PostgreSQL: whatever one does, the other knows."""

import asyncio
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import pytest

from backend import clock
from backend.provisioning import tokens
from tests.api import Caller
from tests.live import Live
from tests.product import LICENSES, create, service, sites
from tests.resolvers.test_subscription import ORDER, link, order, watching

pytestmark = pytest.mark.parametrize("fresh", ["postgres"], indirect=True)
# It never looks by itself.
ONLY_TOLD = """
from backend import commands, events
from tests.patience import patient
events.POLL_INTERVAL = 3600
with patient():
    commands.main()
"""
PATIENT = ["-m", "tests.patience"]


@contextmanager
def nodes(url: str) -> Iterator[tuple[Live, Live, str]]:
    """Two nodes, of which the second hears of changes only when it is told; and a seller's token."""
    with Live(url) as one, Live(url) as other:
        token = one.prepare(tokens.create("cloud-sales", ["orders:read", "orders:write"], clock.now()))
        one.start(PATIENT)
        other.start(program=["-c", ONLY_TOLD])
        yield one, other, token


@asynccontextmanager
async def callers(*wanted: tuple[Live, str]) -> AsyncIterator[list[Caller]]:
    """Callers of these nodes with these tokens."""
    found = [live.caller(token) for live, token in wanted]
    try:
        yield found
    finally:
        await asyncio.gather(*(caller.http.aclose() for caller in found))


async def ready(seller: Caller, contact: Caller, number: int) -> Any:
    """An order for Meetings of the contact's own new company, ready for service setup."""
    email = f"pat{number}@acme.example"
    placing = ORDER | {"orderNumber": f"W-{number}", "provisioningContactEmail": email, "licenses": LICENSES[:1]}
    id = (await seller.do("placeOrder", **placing)).order["id"]
    assert not (await contact.do("openSetupLink", token=await link(contact, email))).refused
    await contact.do("chooseAudience", orderId=id, audience="OWN_COMPANY")
    await create(contact, id, "CUSTOMER", f"Acme {number}")
    return (await contact.do("confirmOrganizations", orderId=id)).order


async def follow(one: Live, other: Live, token: str) -> tuple[str, str, Any]:
    """What happens at one node is seen at the other at once, and a person goes on there; cookie and answer."""
    async with callers((one, token), (one, "")) as (seller, contact):
        mapped = await ready(seller, contact, 1)
        id, meetings, cookie = mapped["id"], service(mapped, "MEETINGS")["id"], contact.http.cookies["session"]
        saved = mapped
        async with watching(other, id, token=token) as socket:
            assert (await order(socket))["version"] == saved["version"]
            for name in ("acme-a", "acme-b"):
                saved = (await contact.do("saveMeetingSites", serviceId=meetings, sites=sites(name), key=name)).order
                while (await order(socket))["version"] != saved["version"]:
                    pass
            elsewhere = other.caller()
            elsewhere.http.cookies.set("session", cookie)
            resumed = await elsewhere.order(id)
            assert [site["siteName"] for site in service(resumed, "MEETINGS")["sites"]] == ["acme-b"]
            again = await elsewhere.do("saveMeetingSites", serviceId=meetings, sites=sites("acme-b"), key="acme-b")
            assert again.order == saved
            await elsewhere.do("setUpLater", serviceId=meetings)
            while (await order(socket))["version"] != saved["version"] + 1:
                pass
            await elsewhere.http.aclose()
        return id, cookie, saved


async def resume(node: Live, id: str, cookie: str, saved: Any) -> None:
    """After a restart everything is as it was, also the answers to what is sent again."""
    async with callers((node, "")) as (contact,):
        contact.http.cookies.set("session", cookie)
        found = service(await contact.order(id), "MEETINGS")
        assert (found["state"], [site["siteName"] for site in found["sites"]]) == ("DEFERRED", ["acme-b"])
        again = await contact.do("saveMeetingSites", serviceId=found["id"], sites=sites("acme-b"), key="acme-b")
        assert again.order == saved
        assert (await contact.order(id))["version"] == saved["version"] + 1
        assert not (await contact.do("setUpNow", serviceId=found["id"])).refused
        assert not (await contact.do("submitService", serviceId=found["id"])).refused


async def race(one: Live, other: Live, token: str) -> None:
    """Of two people at two nodes who want the same site name at the same moment, one gets it, each time."""
    async with callers((one, token), (one, ""), (other, "")) as (seller, pat, eve):
        rivals = [(pat, await ready(seller, pat, 2)), (eve, await ready(seller, eve, 3))]
        for turn in range(10):
            wish = sites(f"wanted-{turn}")
            answers = await asyncio.gather(
                *(
                    who.do("saveMeetingSites", serviceId=service(its, "MEETINGS")["id"], sites=wish)
                    for who, its in rivals
                )
            )
            assert sorted(answer.refused for answer in answers) == [[], ["SITE_NAME_TAKEN"]]


async def twins(one: Live, other: Live, token: str) -> None:
    """The same request with the same key at two nodes at once has one effect and one answer."""
    async with callers((one, token), (other, token)) as sellers:
        placing = ORDER | {"orderNumber": "W-9"}
        placed = await asyncio.gather(*(seller.do("placeOrder", key="k", **placing) for seller in sellers * 3))
        assert len({str(answer.payload) for answer in placed}) == 1
        moved = {"orderId": placed[0].order["id"], "email": "eve@acme.example"}
        changed = await asyncio.gather(
            *(seller.do("changeProvisioningContact", key="c", **moved) for seller in sellers * 3)
        )
        assert len({str(answer.payload) for answer in changed}) == 1
        assert changed[0].order["version"] == placed[0].order["version"] + 1


def test_two_nodes_are_one_service_also_after_one_of_them_is_killed(fresh: str) -> None:
    with nodes(fresh) as (one, other, token):
        id, cookie, saved = asyncio.run(follow(one, other, token))
        asyncio.run(race(one, other, token))
        asyncio.run(twins(one, other, token))
        other.end(signal.SIGKILL)
        other.start(PATIENT)
        asyncio.run(resume(other, id, cookie, saved))
