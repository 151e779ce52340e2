"""Asks a server all the time, while something is broken: what it answers, and how soon."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import httpx2

from backend import clock
from tests.api import document
from tests.busy import BUSY
from tests.live import Live
from tests.product import LICENSES

EVERY = 0.25  # seconds


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered, and after how many seconds."""

    status: int
    seconds: float
    headers: httpx2.Headers
    body: Any


@dataclass
class Answers:
    """All answers while something was broken."""

    readiness: list[Answer] = field(default_factory=list)
    orders: list[Answer] = field(default_factory=list)
    health: list[Answer] = field(default_factory=list)

    def check(self) -> None:
        """Every answer came in time, and a refusal says when to come back and by which id support finds it."""
        assert self.readiness
        assert self.orders
        assert max(answer.seconds for answer in self.health) < 2 + BUSY
        assert max(answer.seconds for answer in self.readiness) < 2 + BUSY
        assert max(answer.seconds for answer in self.orders) < 5 + BUSY
        for answer in self.orders:
            assert answer.status in {200, 503}, answer.body
            if answer.status == 503:
                check_refusal(answer)


def check_refusal(answer: Answer) -> None:
    """A 503 that a program and a person can do something with."""
    [error] = answer.body["errors"]
    assert answer.headers["retry-after"] == "1"
    assert error["extensions"]["retryAfter"] == 1
    assert error["extensions"]["correlationId"] == answer.headers["x-correlation-id"]


def order(number: str, domain: str = "acme.example") -> dict[str, Any]:
    """What a seller sends to place an order."""
    return {
        "orderNumber": number,
        "offer": "Webex Suite",
        "companyName": "Acme",
        "termMonths": 12,
        "sellerName": "Sales",
        "provisioningContactEmail": f"{number.lower()}@{domain}",
        "requestedStartDate": clock.today().isoformat(),
        "licenses": LICENSES[1:2],
    }


class Seller:
    """A program that places orders, each under its own key."""

    def __init__(self, live: Live, token: str, prefix: str = "W") -> None:
        self.http = httpx2.AsyncClient(base_url=live.address, timeout=30)
        self.token = token
        self.prefix = prefix
        self._numbers = count(1)

    async def place(self, number: str | None = None, domain: str = "acme.example") -> Answer:
        """Place one order."""
        number = number or f"{self.prefix}-{next(self._numbers)}"
        headers = {"Authorization": f"Bearer {self.token}", "Idempotency-Key": number}
        body = {"query": document("placeOrder"), "variables": {"input": order(number, domain)}}
        return await timed(self.http.post("/graphql", json=body, headers=headers))

    async def place_until_accepted(self) -> tuple[str, float]:
        """Place one order as often as it takes; its id, and the seconds until it was accepted."""
        number, begun = f"{self.prefix}-{next(self._numbers)}", time.monotonic()
        async with asyncio.timeout(60):
            while True:
                answer = await self.place(number)
                if answer.status == 200 and answer.body["data"]["placeOrder"]["order"]:
                    return str(answer.body["data"]["placeOrder"]["order"]["id"]), time.monotonic() - begun
                await asyncio.sleep(0.05)


async def timed(sent: Awaitable[httpx2.Response]) -> Answer:
    """An answer, with the time it took."""
    begun = time.monotonic()
    response = await sent
    is_json = response.headers.get("content-type", "").partition(";")[0].endswith("json")
    body = response.json() if is_json else response.text
    return Answer(response.status_code, time.monotonic() - begun, response.headers, body)


@asynccontextmanager
async def ask_until_stopped(seller: Seller) -> AsyncIterator[Answers]:
    """Ask for readiness and health and place orders all the time, several at once, until this ends."""
    answers, over = Answers(), asyncio.Event()
    running: set[asyncio.Task[None]] = set()

    async def note(into: list[Answer], sent: Awaitable[Answer]) -> None:
        into.append(await sent)

    async def ask() -> None:
        while not over.is_set():
            for into, sent in (
                (answers.readiness, timed(seller.http.get("/readyz"))),
                (answers.health, timed(seller.http.get("/healthz"))),
                (answers.orders, seller.place()),
            ):
                task = asyncio.create_task(note(into, sent))
                running.add(task)
                task.add_done_callback(running.discard)
            await asyncio.sleep(EVERY)

    asking = asyncio.create_task(ask())
    try:
        yield answers
    finally:
        over.set()
        await asking
        await asyncio.gather(*running)


async def wait_until_delivered(live: Live, to: str, within: float) -> float:
    """Wait until the built-in mailbox has a mail to this address that was sent; the seconds it took."""
    begun = time.monotonic()
    async with httpx2.AsyncClient(base_url=live.address, timeout=30) as http, asyncio.timeout(within):
        while True:
            answer = await http.get("/dev/mailbox/messages.json")
            mails = answer.json() if answer.status_code == 200 else []
            if any(mail["to"] == to and mail["state"] == "SENT" for mail in mails):
                return time.monotonic() - begun
            await asyncio.sleep(0.1)
