"""The examples for integrators: all of them are run, one after the other, as docs/api/README.md shows them."""

import asyncio
import re
from collections.abc import Iterator
from contextlib import aclosing
from typing import Any, cast

import orjson
from graphql import parse
from graphql import subscribe as subscribed

from backend import clock, events
from backend.provisioning import tokens
from backend.provisioning.access import NOBODY
from backend.resolvers.context import Context
from backend.resolvers.schema import schema
from backend.schema.ids import number_of
from tests.api import Caller
from tests.api_examples import examples
from tests.product import Product


async def test_every_example_of_the_guide_works_one_after_the_other(product: Product) -> None:
    await product.directory()
    callers = {"seller": await product.integrator("Cloud Sales"), "partner": await product.program("North")}
    known = {"today": clock.today().isoformat()}
    for example in examples():
        if "finished" in example.ends:
            await product.provision()
        caller = callers[example.caller]
        asked = orjson.loads(re.sub(r"<(\w+)>", lambda found: known[found[1]], example.asked))
        if example.is_subscription:
            changing = known["order"] if "changing" in example.ends else ""
            data = await first_of(caller, example.operation, asked, changing)
        else:
            answer = await caller.send(example.operation, asked)
            assert not answer.errors, (example.operation, answer.errors)
            data = answer.data
        assert bool(list(refusals(data))) == ("refused" in example.ends), (example.operation, data)
        remember(data, known)
        if "finished" in example.ends:
            assert data["order"]["status"] == "COMPLETED"


def refusals(value: Any) -> Iterator[Any]:
    """The user errors of an answer."""
    if isinstance(value, dict):
        yield from value.get("userErrors") or ()
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from refusals(inner)


def remember(value: Any, known: dict[str, str]) -> None:
    """Keep the ids that later examples name: of the order, of an organization that was found, of services by kind."""
    if isinstance(value, list):
        for inner in value:
            remember(inner, known)
    if not isinstance(value, dict):
        return
    for name, inner in value.items():
        if isinstance(inner, dict) and "id" in inner and name in {"order", "organization"}:
            known[name] = inner["id"]
        remember(inner, known)
    if "kind" in value and "id" in value:
        known[value["kind"]] = value["id"]


async def first_of(caller: Caller, operation: str, variables: dict[str, Any], changing: str) -> Any:
    """The first that a subscription sends; that of all orders when this one changes."""
    context = Context("test", address="127.0.0.1", language="en", bearer=caller.token)
    context.set_actor(await tokens.find(caller.token, clock.now()) or NOBODY, None)
    source: Any = subscribed(schema._schema, parse(operation), context_value=context, variable_values=variables)
    async with aclosing(cast("Any", await source)) as results:
        coming = asyncio.ensure_future(anext(results))
        while changing and not events._collecting and not coming.done():  # noqa: ASYNC110 – nobody is told of it
            await asyncio.sleep(0)
        if changing:
            events.notify_local(number_of("Order", changing))
        result = await coming
        assert result.errors is None
        return result.data
