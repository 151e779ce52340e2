"""The statements that go to the database."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest

from backend import database


@contextmanager
def sent(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The fixed SQL that is sent meanwhile, but for the accounts of costs, which are settled now and then."""
    statements: list[str] = []
    rows, execute, execute_all = database.rows, database.execute, database.execute_all

    async def asking(sql: str, values: Any = ()) -> list[dict[str, Any]]:
        if "cost_bucket" not in sql:
            statements.append(sql)
        return await rows(sql, values)

    async def executing(sql: str, values: Any = ()) -> int:
        statements.append(sql)
        return await execute(sql, values)

    async def executing_all(changes: Sequence[database.Change]) -> None:
        statements.extend(sql for sql, _ in changes)
        await execute_all(changes)

    with monkeypatch.context() as patch:
        patch.setattr(database, "rows", asking)
        patch.setattr(database, "execute", executing)
        patch.setattr(database, "execute_all", executing_all)
        yield statements
