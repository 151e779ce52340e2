"""Who sets up what was ordered while everything breaks, and the platform on which it comes to life."""

import asyncio
import json
import random
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from itertools import count
from typing import Any

import httpx2

from tests.api import Answer, Caller
from tests.product import location, search, service

OFTEN = 1_500  # tries of one act: a busy machine takes a minute to start what was killed
PAUSE = 0.2  # seconds between two tries
PUT_OFF = 2  # times that a mail or a step fails at most
LINK = "query ($token: String!) { setupLink(token: $token) { purpose } }"  # what the page asks first


class HostilePlatform:
    """Answers what a connector sends: mostly that it is done, sometimes late, not at all, or that it has no time."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.keys: dict[tuple[str, str], Counter[str]] = {}  # by path and name, how often each key was used
        self.failed: Counter[tuple[str, str]] = Counter()  # by path and name

    async def converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One request; the connection ends with it."""
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
            headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
            body = json.loads(await reader.readexactly(int(headers["content-length"])))
            step, fate = (first.split()[1], str(body.get("name", body))), self.chance.random()
            if self.failed[step] == PUT_OFF:
                fate = 0.5
            self.failed[step] += fate < 0.1 or fate >= 0.95
            if fate < 0.1:
                writer.write(b"HTTP/1.1 503 Busy\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
            else:
                self.keys.setdefault(step, Counter())[headers["idempotency-key"]] += 1
                if fate < 0.2:
                    await asyncio.sleep(self.chance.uniform(0.5, 2))
                if fate < 0.95:  # else it is done, and nobody is told
                    writer.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
            await writer.drain()
        writer.close()


class Customers:
    """People with a link in their mailbox who choose or create their company, confirm it and set up calling."""

    def __init__(self, address: Callable[[], str], links: Mapping[str, str]) -> None:
        self._address, self._links = address, links
        self._taken: set[str] = set()
        self.did: Counter[str] = Counter()
        self.submitted: set[str] = set()
        self.wrong: list[str] = []

    async def work(self, over: asyncio.Event) -> None:
        """Set up one order after the other until it is over; what was begun is finished."""
        for number in count():
            waiting = [to for to in self._links if to not in self._taken]
            if over.is_set() and (number or not waiting):
                return
            if not waiting:
                await asyncio.sleep(PAUSE)
                continue
            self._taken.add(waiting[0])
            async with httpx2.AsyncClient(timeout=30) as http:
                await self._set_up(Caller(http), waiting[0])

    async def _set_up(self, caller: Caller, to: str) -> None:
        name = to.partition("@")[0].upper()
        link = self._links[to]
        await self._until_answered(caller, lambda: caller.send(LINK, {"token": link}))
        order = await self._do(caller, name, "openSetupLink", token=link)
        if order is None:
            return
        id = order["id"]
        await self._do(caller, name, "chooseAudience", orderId=id, audience="OWN_COMPANY")
        if to.endswith("@acme.example"):
            [found] = await self._until_answered(caller, lambda: search(caller, id, "CUSTOMER", "acme.example"))
            chosen = {"slot": "CUSTOMER", "organizationId": found["id"]}
            await self._do(caller, name, "chooseOrganization", orderId=id, **chosen)
        else:
            new = {"slot": "CUSTOMER", "companyName": f"Company {name}", "businessVertical": "OTHER", "country": "DE"}
            await self._do(caller, name, "createOrganization", orderId=id, **new)
        order = await self._do(caller, name, "confirmOrganizations", orderId=id)
        if order is None:
            return
        calling = service(order, "CALLING")["id"]
        office = {"serviceId": calling, **location(f"Office {name}")}
        await self._do(caller, name, "saveCallingLocation", **office)
        closed = await self._try(caller, f"{name}-submitService", "submitService", serviceId=calling)
        if closed.refused == ["STEP_NOT_ALLOWED"] and closed.fields == {"name": "STEP_NOT_ALLOWED"}:
            # Of two first orders of one organization, the second is told to save its location again: the other one's
            # is the default location.
            await self._try(caller, f"{name}-saved-again", "saveCallingLocation", **office)
            closed = await self._try(caller, f"{name}-closed-again", "submitService", serviceId=calling)
        if self._done(closed, "submitService", name):
            self.submitted.add(name)

    async def _do(self, caller: Caller, order: str, mutation: str, /, **input: Any) -> Any:
        """One act under one key, as often as it takes; the order, or None if it was refused."""
        return self._done(await self._try(caller, f"{order}-{mutation}", mutation, **input), mutation, order)

    async def _try(self, caller: Caller, key: str, mutation: str, /, **input: Any) -> Answer:
        answer: Answer = await self._until_answered(caller, lambda: caller.do(mutation, key=key, **input))
        return answer

    def _done(self, answer: Answer, mutation: str, order: str) -> Any:
        if answer.refused:
            self.wrong.append(f"refused: {mutation} of {order}: {answer.errors or answer.payload['userErrors']}")
            return None
        self.did[mutation] += 1
        return answer.payload["order"]

    async def _until_answered(self, caller: Caller, act: Callable[[], Any]) -> Any:
        for _ in range(OFTEN):
            caller.http.base_url = self._address()
            with suppress(httpx2.TransportError, json.JSONDecodeError, AssertionError):
                answer = await act()
                if not isinstance(answer, Answer) or (answer.status == 200 and not answer.errors):
                    return answer
            await asyncio.sleep(PAUSE)
        raise TimeoutError("nobody answers")
