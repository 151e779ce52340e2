"""Tortoise works out its models anew at each connection: for what differs between kinds of databases only."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from tortoise.apps import Apps
from tortoise.backends.base.executor import EXECUTOR_CACHE
from tortoise.migrations.schema_generator.state_apps import StateApps


@contextmanager
def prepared_once() -> Iterator[None]:
    """Work out the models when another kind of database is connected, or one after a migration, and else keep them.

    A migration has models of its own, of the same tables, and the SQL that Tortoise keeps is found by the table's name.
    """
    prepared: list[object] = []
    build, begin = Apps._build_initial_querysets, StateApps.__init__

    def build_once(self: Apps) -> None:
        kind = type(self._connections.get("default")), self.apps
        if prepared != [kind]:
            EXECUTOR_CACHE.clear()
            build(self)
            prepared[:] = [kind]

    def begin_and_forget(self: StateApps, *arguments: Any, **options: Any) -> None:
        prepared.clear()
        begin(self, *arguments, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Apps, "_build_initial_querysets", build_once)
        patch.setattr(StateApps, "__init__", begin_and_forget)
        yield
