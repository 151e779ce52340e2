"""orderChanged over graphql-transport-ws, on a real server with its worker."""

import asyncio
import json
import re
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from backend import clock, database
from backend.models.person import SupportPerson
from backend.provisioning import tokens
from tests.api import Caller
from tests.live import Live
from tests.product import LICENSES, create, location, service

WATCH = """subscription ($id: ID) { orderChanged(orderId: $id) {
  status version viewerRole provisioningContactEmail summaryUrl
  services { progress } emails { to } people { email } subscription { subscriptionNumber }
} }"""

ORDER: dict[str, Any] = {
    "orderNumber": "W-1",
    "offer": "Webex Suite",
    "companyName": "Acme",
    "termMonths": 12,
    "sellerName": "Sales",
    "provisioningContactEmail": "pat@acme.example",
    "requestedStartDate": clock.today().isoformat(),
    "licenses": LICENSES[1:2],
}


@asynccontextmanager
async def watching(live: Live, id: str | None, *, token: str = "", cookie: str = "") -> AsyncIterator[ClientConnection]:
    """A socket that is subscribed to an order; None: to all of the caller's."""
    address = f"ws://127.0.0.1:{live.port}/graphql"
    headers = {"Cookie": f"session={cookie}"} if cookie else {}
    async with connect(
        address, subprotocols=[Subprotocol("graphql-transport-ws")], additional_headers=headers
    ) as socket:
        payload = {"Authorization": f"Bearer {token}"} if token else {}
        await socket.send(json.dumps({"type": "connection_init", "payload": payload}))
        assert (await received(socket))["type"] == "connection_ack"
        subscription = {"query": WATCH, "variables": {"id": id}}
        await socket.send(json.dumps({"id": "1", "type": "subscribe", "payload": subscription}))
        yield socket


async def received(socket: ClientConnection) -> Any:
    async with asyncio.timeout(30):
        return json.loads(await socket.recv())


async def order(socket: ClientConnection) -> Any:
    message = await received(socket)
    assert message["type"] == "next", message
    return message["payload"]["data"]["orderChanged"]


async def until(socket: ClientConnection, status: str) -> list[Any]:
    """What is sent until the order has this status."""
    seen = [await order(socket)]
    while seen[-1]["status"] != status:
        seen.append(await order(socket))
    return seen


async def link(browser: Caller, to: str) -> str:
    """The token of the newest link that the worker delivered."""
    async with asyncio.timeout(15):
        while True:
            mails = (await browser.get("/dev/mailbox/messages.json")).json()
            for mail in mails:
                for found in mail["links"]:
                    if mail["to"] == to and "/setup#" in found:
                        return str(found).partition("#")[2]
            await asyncio.sleep(0.05)


async def play(live: Live, token: str) -> None:
    """From the order to the provisioned service, with a seller and a contact who watch."""
    seller, contact = live.caller(token), live.caller()
    id = (await seller.do("placeOrder", **ORDER)).order["id"]
    async with watching(live, id, token=token) as socket, watching(live, None, token=token) as everything:
        first = await order(socket)
        assert (first["status"], first["viewerRole"]) == ("AWAITING_CONTACT", "SELLER")
        assert not (await contact.do("openSetupLink", token=await link(contact, "pat@acme.example"))).refused
        await contact.do("chooseAudience", orderId=id, audience="OWN_COMPANY")
        await until(socket, "FINDING_ORGANIZATIONS")
        await create(contact, id, "CUSTOMER", "Acme")
        mapped = (await contact.do("confirmOrganizations", orderId=id)).order
        await until(socket, "MAPPED")
        calling = service(mapped, "CALLING")["id"]
        await contact.do("saveCallingLocation", serviceId=calling, **location())
        assert not (await contact.do("submitService", serviceId=calling)).refused
        seen = await until(socket, "COMPLETED")
        progress = [found["services"][0]["progress"] for found in seen]
        assert progress == sorted(progress)
        assert 0.5 in progress  # the worker's progress is sent too
        await until(everything, "COMPLETED")
    await seller.http.aclose()
    await contact.http.aclose()


async def drop(live: Live, token: str) -> None:
    """A contact hands over while watching: from then on they see the status only; a stranger never sees anything."""
    seller, contact = live.caller(token), live.caller()
    id = (await seller.do("placeOrder", **ORDER)).order["id"]
    await contact.do("openSetupLink", token=await link(contact, "pat@acme.example"))
    async with watching(live, id) as stranger:
        assert (await received(stranger))["payload"][0]["extensions"]["code"] == "UNAUTHENTICATED"
    async with watching(live, id, cookie=contact.http.cookies["session"]) as socket:
        seen = await order(socket)
        assert seen["viewerRole"] == "PROVISIONING_CONTACT"
        before = seen["version"]
        assert "pat@acme.example" in json.dumps(seen)
        await contact.do("delegateOrder", orderId=id, email="eve@acme.example")
        while (seen := await order(socket))["version"] == before:  # what was on its way
            pass
        assert (seen["viewerRole"], seen["services"], seen["emails"], seen["people"]) == ("FORMER_CONTACT", [], [], [])
        assert (seen["subscription"], seen["summaryUrl"]) == (None, None)
        assert seen["provisioningContactEmail"] == "e•••@acme.example"
        assert "pat@acme.example" not in json.dumps(seen)
        await contact.ask("mutation { signOut { viewer { email } } }")
        async with asyncio.timeout(15):
            while (message := await received(socket))["type"] == "next":
                pass
        assert message["type"] == "complete"
    await seller.http.aclose()
    await contact.http.aclose()


@pytest.mark.slow
def test_an_order_is_followed_live_from_the_link_to_the_last_step(live: Live) -> None:
    token = live.prepare(tokens.create("cloud-sales", ["orders:read", "orders:write"], clock.now()))
    live.start()
    asyncio.run(play(live, token))


@pytest.mark.slow
def test_a_server_that_is_killed_in_the_middle_of_provisioning_goes_on_after_its_start(live: Live) -> None:
    token = live.prepare(tokens.create("cloud-sales", ["orders:read", "orders:write"], clock.now()))
    live.start()

    async def submit() -> str:
        seller, contact = live.caller(token), live.caller()
        id = str((await seller.do("placeOrder", **ORDER)).order["id"])
        await contact.do("openSetupLink", token=await link(contact, "pat@acme.example"))
        await contact.do("chooseAudience", orderId=id, audience="OWN_COMPANY")
        await create(contact, id, "CUSTOMER", "Acme")
        mapped = (await contact.do("confirmOrganizations", orderId=id)).order
        calling = service(mapped, "CALLING")["id"]
        await contact.do("saveCallingLocation", serviceId=calling, **location())
        async with watching(live, id, token=token) as socket:
            assert not (await contact.do("submitService", serviceId=calling)).refused
            await until(socket, "SETTING_UP")
        await asyncio.gather(seller.http.aclose(), contact.http.aclose())
        return id

    async def finish(id: str) -> list[int]:
        seller = live.caller(token)
        async with watching(live, id, token=token) as socket:
            await until(socket, "COMPLETED")
        steps = service(await seller.order(id), "CALLING")["steps"]
        await seller.http.aclose()
        return [step["attempts"] for step in steps]

    id = asyncio.run(submit())
    live.end(signal.SIGKILL)
    live.start()
    first, second = asyncio.run(finish(id))
    assert first in {1, 2}
    assert second == 1


@pytest.mark.slow
def test_who_loses_the_right_loses_the_subscription(live: Live) -> None:
    token = live.prepare(tokens.create("cloud-sales", ["orders:read", "orders:write"], clock.now()))
    live.start()
    asyncio.run(drop(live, token))


async def end_rights(live: Live, token: str, reader_token: str, leaver_token: str) -> None:
    """Who watches loses a scope, or support: the next event finds them without the right, and the watching ends.

    With a token that was revoked the whole socket ends.
    """
    seller, agent = live.caller(token), live.caller()
    id = (await seller.do("placeOrder", **ORDER)).order["id"]
    await agent.do("requestSignIn", email="help@controlhub.example")
    assert not (await agent.do("signIn", email="help@controlhub.example", code=await code(agent))).refused
    async with (
        watching(live, id, token=reader_token) as reader,
        watching(live, id, cookie=agent.http.cookies["session"]) as support,
        watching(live, id, token=leaver_token) as leaver,
    ):
        assert (await order(reader))["viewerRole"] == "SELLER"
        assert (await order(support))["viewerRole"] == "SUPPORT"
        assert (await order(leaver))["viewerRole"] == "SELLER"
        await asyncio.to_thread(live.prepare, take_rights())
        assert not (await seller.do("changeProvisioningContact", orderId=id, email="eve@acme.example")).refused
        for socket in (reader, support):
            while (message := await received(socket))["type"] == "next":
                assert "eve@acme.example" not in json.dumps(message)
            assert message["payload"][0]["extensions"]["code"] in {"NOT_FOUND", "FORBIDDEN"}
        while (message := await received(leaver))["type"] == "next":
            assert "eve@acme.example" not in json.dumps(message)
        assert message["type"] == "complete"
        async with asyncio.timeout(30):
            with pytest.raises(ConnectionClosed) as closed:
                await leaver.recv()
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 4401
    await asyncio.gather(seller.http.aclose(), agent.http.aclose())


async def code(browser: Caller) -> str:
    """The sign-in code that the worker delivered."""
    async with asyncio.timeout(15):
        while True:
            for mail in (await browser.get("/dev/mailbox/messages.json")).json():
                if mail["kind"] == "SIGN_IN_CODE" and (found := re.search(r"\b\d{6}\b", mail["text"])):
                    return found[0]
            await asyncio.sleep(0.05)


async def take_rights() -> None:
    await database.execute(
        "UPDATE api_token SET scopes = $1 WHERE scopes = $2", ['["organizations:read"]', '["orders:read"]']
    )
    await database.execute("DELETE FROM support_person")
    await database.execute("UPDATE api_token SET revoked_at = created_at WHERE scopes = $1", ['["orders:write"]'])


async def prepare_readers() -> list[str]:
    await SupportPerson.create(email_key="help@controlhub.example", email="help@controlhub.example", since=clock.now())
    scopes = (["orders:read", "orders:write"], ["orders:read"], ["orders:write"])
    return [await tokens.create("cloud-sales", some, clock.now()) for some in scopes]


@pytest.mark.slow
def test_rights_that_were_taken_end_a_subscription_and_a_token_that_was_revoked_its_socket(live: Live) -> None:
    token, reader, leaver = live.prepare(prepare_readers())
    live.start()
    asyncio.run(end_rights(live, token, reader, leaver))
