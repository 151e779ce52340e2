"""graphql-transport-ws on a real server."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.typing import Origin, Subprotocol

from backend.graphql_server import server
from tests.busy import GIVE_UP
from tests.web.library import closed_streams

PROTOCOL = Subprotocol("graphql-transport-ws")


async def send(socket: ClientConnection, message: object) -> None:
    await socket.send(json.dumps(message))


async def receive(socket: ClientConnection) -> dict[str, Any]:
    async with asyncio.timeout(GIVE_UP):
        message: dict[str, Any] = json.loads(await socket.recv())
    return message


async def closed(socket: ClientConnection) -> tuple[int, str]:
    """Code and reason with which the server closes, whatever it says before."""
    async with asyncio.timeout(GIVE_UP):
        with suppress(ConnectionClosed):
            while True:
                await socket.recv()
    assert socket.close_code is not None
    return socket.close_code, socket.close_reason or ""


@asynccontextmanager
async def opened(port: int, authorization: str | None = None) -> AsyncIterator[ClientConnection]:
    """A socket after the handshake of the protocol."""
    async with connect(f"ws://127.0.0.1:{port}/graphql", subprotocols=[PROTOCOL], max_size=None) as socket:
        payload = {"Authorization": authorization} if authorization else {}
        await send(socket, {"type": "connection_init", "payload": payload})
        assert (await receive(socket))["type"] == "connection_ack"
        yield socket


def subscribe(id: str, query: str, **variables: object) -> dict[str, object]:
    return {"id": id, "type": "subscribe", "payload": {"query": query, "variables": variables}}


async def test_a_subscription_sends_each_event_and_completes(port: int) -> None:
    async with opened(port) as socket:
        await send(socket, subscribe("1", "subscription($n: Int!) { count(to: $n) }", n=3))
        events = [await receive(socket) for _ in range(3)]
        assert [event["payload"]["data"]["count"] for event in events] == [1, 2, 3]
        assert await receive(socket) == {"id": "1", "type": "complete"}


async def test_queries_run_on_a_socket_as_well_and_say_what_they_cost(port: int) -> None:
    async with opened(port, "Bearer good reader") as socket:
        await send(socket, subscribe("q", '{ caller book(id: "1") { id } }'))
        payload = (await receive(socket))["payload"]
        assert payload["data"] == {"caller": "Bearer good reader", "book": {"id": "1"}}
        assert payload["extensions"]["cost"]["requested"] == 1
        assert (await receive(socket))["type"] == "complete"


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ({}, "de"),  # as the header of the handshake says: clients of before, and browsers, which cannot set it
        ({"Accept-Language": "en"}, "en"),
        ({"accept-language": "en-GB,de;q=0.5"}, "en"),
        ({"Accept-Language": "fr, de;q=0.2"}, "de"),
        ({"Accept-Language": "xx"}, "en"),
        ({"Accept-Language": ""}, "de"),
        ({"Accept-Language": 7}, "de"),
        ({"Accept-Language": ["en"]}, "de"),
        ({"Accept-Language": "\ud83d\udca9;q=NaN," * 2_000}, "en"),
    ],
)
async def test_a_socket_is_answered_in_the_language_that_its_handshake_says(
    port: int, said: dict[str, object], language: str
) -> None:
    address, headers = f"ws://127.0.0.1:{port}/graphql", {"Accept-Language": "de-AT"}
    async with connect(address, subprotocols=[PROTOCOL], additional_headers=headers) as socket:
        await send(socket, {"type": "connection_init", "payload": said})
        assert (await receive(socket))["type"] == "connection_ack"
        await send(socket, subscribe("q", "{ language }"))
        assert (await receive(socket))["payload"]["data"] == {"language": language}


async def test_who_connects_while_the_database_is_away_is_asked_to_come_again_not_refused_for_good(port: int) -> None:
    async with connect(f"ws://127.0.0.1:{port}/graphql", subprotocols=[PROTOCOL]) as socket:
        await send(socket, {"type": "connection_init", "payload": {"Authorization": "Bearer away"}})
        assert await closed(socket) == (1013, "Try again later")


@pytest.mark.parametrize("at_once", [True, False])
async def test_a_subscription_that_loses_its_database_is_asked_to_come_again(port: int, at_once: bool) -> None:
    async with opened(port) as socket:
        await send(socket, subscribe("1", "subscription($now: Boolean!) { losing(atOnce: $now) }", now=at_once))
        assert await closed(socket) == (1013, "Try again later")


async def test_a_query_without_its_database_gets_an_answer_and_the_socket_stays(port: int) -> None:
    async with opened(port) as socket:
        await send(socket, subscribe("1", "{ unreachable }"))
        error = (await receive(socket))["payload"]["errors"][0]
        assert error["extensions"].items() >= {"code": "UNAVAILABLE", "retryAfter": 1}.items()
        assert (await receive(socket))["type"] == "complete"


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("subscription {", "GRAPHQL_PARSE_FAILED"),
        ("subscription { nothing }", "GRAPHQL_VALIDATION_FAILED"),
        ("subscription($n: Int!) { count(to: $n) }", "BAD_USER_INPUT"),
        ("{ books(first: 500) { edges { node { id } } } }", "QUERY_TOO_COMPLEX"),
        ("{ __schema { queryType { name } } }", "GRAPHQL_VALIDATION_FAILED"),
    ],
)
async def test_what_cannot_be_executed_ends_in_an_error(port: int, query: str, code: str) -> None:
    async with opened(port) as socket:
        await send(socket, subscribe("1", query))
        message = await receive(socket)
        assert (message["type"], message["payload"][0]["extensions"]["code"]) == ("error", code)
        await send(socket, subscribe("1", "subscription { count(to: 1) }"))  # the id is free again
        assert (await receive(socket))["type"] == "next"


async def test_a_bug_in_a_stream_is_masked(port: int) -> None:
    async with opened(port) as socket:
        await send(socket, subscribe("1", "subscription { failing }"))
        assert (await receive(socket))["payload"] == {"data": {"failing": 1}}
        message = await receive(socket)
        assert "secret" not in json.dumps(message)
        assert message["payload"][0]["extensions"]["code"] == "INTERNAL"


async def test_completing_closes_the_stream_at_its_source(port: int) -> None:
    async with opened(port) as socket:
        await send(socket, subscribe("1", 'subscription { forever(name: "completed") }'))
        assert (await receive(socket))["type"] == "next"
        await send(socket, {"id": "1", "type": "complete"})
        async with asyncio.timeout(GIVE_UP):
            while "completed" not in closed_streams:
                await send(socket, {"type": "ping"})
                assert (await receive(socket))["type"] == "pong"


async def test_hanging_up_closes_the_stream_at_its_source(port: int) -> None:
    async with opened(port) as socket:
        await send(socket, subscribe("1", 'subscription { forever(name: "hung up") }'))
        assert (await receive(socket))["type"] == "next"
    async with opened(port) as socket, asyncio.timeout(GIVE_UP):
        while "hung up" not in closed_streams:
            await send(socket, {"type": "ping"})
            await receive(socket)


async def test_a_socket_has_20_subscriptions(port: int) -> None:
    async with opened(port) as socket:
        for number in range(21):
            await send(socket, subscribe(str(number), 'subscription { forever(name: "many") }'))
        messages = [await receive(socket) for _ in range(21)]
        assert [message["id"] for message in messages if message["type"] == "error"] == ["20"]


@pytest.mark.parametrize("where", ["header", "init"])
async def test_who_opens_a_socket_read_only_changes_nothing_on_it(port: int, where: str) -> None:
    header = {"Read-Only": "1"} if where == "header" else {}
    address = f"ws://127.0.0.1:{port}/graphql"
    async with connect(address, subprotocols=[PROTOCOL], additional_headers=header) as socket:
        payload = {"Read-Only": "1"} if where == "init" else {}
        await send(socket, {"type": "connection_init", "payload": payload})
        assert (await receive(socket))["type"] == "connection_ack"
        await send(socket, subscribe("1", 'mutation { write(input: { title: "x", shelf: FACT }) { title } }'))
        refused = await receive(socket)
        assert (refused["type"], refused["payload"][0]["extensions"]["code"]) == ("error", "READ_ONLY")
        await send(socket, subscribe("2", "subscription { count(to: 1) }"))
        assert (await receive(socket))["type"] == "next"


async def test_a_wrong_token_is_told_at_once(port: int) -> None:
    async with connect(f"ws://127.0.0.1:{port}/graphql", subprotocols=[PROTOCOL]) as socket:
        await send(socket, {"type": "connection_init", "payload": {"Authorization": "Bearer bad"}})
        assert await closed(socket) == (4403, "Forbidden")


async def test_subscribing_before_the_handshake_is_refused(port: int) -> None:
    async with connect(f"ws://127.0.0.1:{port}/graphql", subprotocols=[PROTOCOL]) as socket:
        await send(socket, subscribe("1", "subscription { count(to: 1) }"))
        assert (await closed(socket))[0] == 4401


@pytest.mark.slow
async def test_who_says_nothing_is_hung_up_on(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    assert timedelta(seconds=5) == server.INIT_TIMEOUT
    async with connect(f"ws://127.0.0.1:{port}/graphql", subprotocols=[PROTOCOL]) as socket:
        assert (await closed(socket))[0] == 4408


@pytest.mark.parametrize(
    "message",
    ["no json", "[]", "3", "null", '{"type": "unknown"}', '{"type": "subscribe"}', '{"type": "complete", "id": 3}',
     '{"type": "subscribe", "id": 3, "payload": {"query": "{ hello }"}}',
     '{"type": "subscribe", "id": "1", "payload": {"query": 3}}',
     '{"type": "subscribe", "id": "1", "payload": {"query": "{ hello }", "variables": []}}', "[" * 30_000, b"binary"],
)  # fmt: skip
async def test_a_malformed_message_closes_the_socket(port: int, message: str | bytes) -> None:
    async with opened(port) as socket:
        await socket.send(message)
        assert (await closed(socket))[0] == 4400


async def test_a_message_may_have_64_kib(port: int) -> None:
    def sized(size: int) -> str:
        text = json.dumps(subscribe("1", "{ hello }", padding=""))
        return text.replace('"padding": ""', f'"padding": "{"x" * (size - len(text))}"')

    async with opened(port) as socket:
        await socket.send(sized(64 * 1024))
        assert (await receive(socket))["type"] == "next"
    async with opened(port) as socket:
        await socket.send(sized(64 * 1024 + 1))
        assert (await closed(socket))[0] == 1009


async def test_only_graphql_transport_ws_is_spoken(port: int) -> None:
    async with connect(f"ws://127.0.0.1:{port}/graphql", subprotocols=[Subprotocol("graphql-ws")]) as socket:
        assert (await closed(socket))[0] == 4406


@pytest.mark.parametrize("headers", [{"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}])
async def test_a_socket_of_another_site_is_refused(port: int, headers: dict[str, str]) -> None:
    origin = Origin(headers["origin"]) if "origin" in headers else None
    rest = {name: value for name, value in headers.items() if name != "origin"}
    with pytest.raises(InvalidStatus) as refused:
        async with connect(
            f"ws://127.0.0.1:{port}/graphql", subprotocols=[PROTOCOL], origin=origin, additional_headers=rest
        ):
            pass
    assert refused.value.response.status_code == 403


async def test_a_socket_of_our_own_page_is_accepted(port: int) -> None:
    origin = Origin(f"http://127.0.0.1:{port}")
    async with connect(f"ws://127.0.0.1:{port}/graphql", subprotocols=[PROTOCOL], origin=origin) as socket:
        await send(socket, {"type": "connection_init"})
        assert (await receive(socket))["type"] == "connection_ack"
