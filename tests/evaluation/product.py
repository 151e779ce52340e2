"""The product, loaded with a set and asked through its public API, as an integrator would."""

import asyncio
import os
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tortoise.backends.base.executor import EXECUTOR_CACHE

from backend import clock, database
from backend.migrate import migrate
from backend.resolvers.schema import schema
from backend.settings import settings
from backend.web.app import create_app
from tests.api import Caller
from tests.evaluation.answer import MATCH, Answer, read_answer
from tests.evaluation.world import Query, Row
from tests.postgres import postgres
from tests.product import Product
from tests.provisioning.finder.world import load_rows

DATABASES = ("sqlite", "postgres")
_EXPLAIN = f"""query ($input: ExplainOrganizationMatchInput!) {{ explainOrganizationMatch(input: $input) {{ ...M }} }}
{MATCH}"""
_INPUT = {
    "company": "companyName",
    "domain": "customerDomain",
    "country": "country",
    "previous_org": "previousOrganizationExternalId",
    "partner_org": "partnerOrganizationExternalId",
    "audience": "audience",
}


async def explain(reader: Caller, query: Query) -> dict[str, Any]:
    """What the API answers to a question of a set; `reader` has a token of the scope organizations:read."""
    order = {_INPUT[name]: value for name, value in query.order.items()}
    input = {"email": query.email, "slot": query.role.upper(), **order}
    found: dict[str, Any] = (await reader.ask(_EXPLAIN, input=input))["explainOrganizationMatch"]
    return found


async def answers(reader: Caller, queries: Iterable[Query]) -> list[Answer]:
    """The answers to all questions, in their order."""
    return [read_answer(await explain(reader, query)) for query in queries]


@contextmanager
def empty_database(kind: str) -> Iterator[str]:
    """The address of a database of its own that is migrated and empty; for commands."""
    with TemporaryDirectory() as directory:
        if kind == "sqlite":
            yield _migrated(f"sqlite://{Path(directory) / 'evaluation.db'}")
            return
        with postgres() as server:
            yield _migrated(server.url(server.create()))


def _migrated(url: str) -> str:
    EXECUTOR_CACHE.clear()
    asyncio.run(migrate(url))
    EXECUTOR_CACHE.clear()
    return url


@asynccontextmanager
async def loaded(url: str, rows: Iterable[Row]) -> AsyncIterator[Caller]:
    """A program that may read organizations of the product on this database, after the rows were imported."""
    os.environ |= {
        "PUBLIC_URL": "http://testserver",
        "SECRET_KEY": "e" * 32,
        "RATE_LIMIT_FACTOR": "100000",
        "SMTP_URL": "",
        "ENVIRONMENT": "development",
    }
    settings.cache_clear()
    await database.connect(url)
    try:
        await load_rows(rows, clock.now())
        async with Product(create_app(settings(), schema)) as product:
            yield await product.integrator("evaluation", "organizations:read")
    finally:
        await database.disconnect()
