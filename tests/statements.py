"""The statements that go to the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from backend import database


@contextmanager
def sent(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The fixed SQL that is sent meanwhile, but for the accounts of costs, which are settled now and then."""
    statements: list[str] = []
    rows, execute = database.rows, database.execute

    async def asking(sql: str, values: Any = ()) -> list[dict[str, Any]]:
        if "cost_bucket" not in sql:
            statements.append(sql)
        return await rows(sql, values)

    async def executing(sql: str, values: Any = ()) -> int:
        statements.append(sql)
        return await execute(sql, values)

    with monkeypatch.context() as patch:
        patch.setattr(database, "rows", asking)
        patch.setattr(database, "execute", executing)
        yield statements
