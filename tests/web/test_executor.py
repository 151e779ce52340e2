"""The short way to attributes gives what graphql-core gives."""

import json

import pytest

from backend.graphql_server.execution import Engine
from backend.limits import cost
from tests.web.library import Context, schema

QUERIES = [
    "{ odd { shelf number absent __typename words } }",
    "{ odd { a: number b: number ...F } } fragment F on Odd { c: shelf ... on Odd { __typename shelf } }",
    "{ odd { later shelf itself { number later } absent } }",
    "{ odd { tag { name } tags { name __typename } } }",
    "{ odd { number nullableBroken } }",
    "{ hello odd { number missing } }",
    "{ hello odd { later broken } }",
    "{ odd { itself { tags { name } nullableBroken } shelf @skip(if: true) number @include(if: true) } }",
    "query Q { books(first: 2) { edges { cursor node { id title tags { name } } } pageInfo { hasNextPage } } }",
    'mutation { a: write(input: {title: "x", shelf: FACT}) { id title } }',
]


@pytest.mark.parametrize("query", QUERIES)
async def test_the_answer_is_that_of_strawberry(query: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def free(*_: object) -> cost.Bucket:
        return cost.Bucket(1, 1, 1)

    monkeypatch.setattr(cost, "take", free)
    engine, context = Engine(schema), Context("1", "me", signed_in=True)
    operation = await engine.operation(query, None, context)
    ours = await engine.execute(operation, None, context)
    theirs = await schema.execute(query, context_value=context)
    assert json.dumps(ours.data) == json.dumps(theirs.data)  # in the same order, too
    assert [(e.path, e.locations) for e in ours.errors] == [(e.path, e.locations) for e in theirs.errors or []]
