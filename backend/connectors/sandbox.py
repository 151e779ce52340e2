"""The sandbox: nothing real is created. Names that start `slow-`, `fail-once-` or `fail-` make their step do so.

A name that starts `taken-` is refused. `slow-` may stand before the others: `slow-fail-once-berlin`. A site whose name
starts `keep-` is created, and then neither changed nor removed.
"""

import asyncio

from backend.connectors.port import ConnectorFailed, NameRefused, Task
from backend.models.service import StepKind

SLOW = 5.0  # seconds
USUAL = 0.3  # seconds, so that progress can be watched
_FIRST = {StepKind.CREATE_SITE, StepKind.CREATE_LOCATION, StepKind.UPDATE_LOCATION}

_CHANGES = {StepKind.UPDATE_SITE, StepKind.REMOVE_SITE}


class Sandbox:
    """Deterministic: the same names do the same. A step takes `usual` seconds, a slow one `slow`."""

    def __init__(self, *, usual: float = USUAL, slow: float = SLOW) -> None:
        self.usual = usual
        self.slow = slow

    async def carry_out(self, task: Task) -> str:
        """Take a moment, then answer as the name says."""
        given = task.name.lower()
        name = given.removeprefix("slow-")
        await asyncio.sleep(self.usual if name == given else self.slow)
        if task.kind in _FIRST:
            if name.startswith("taken-"):
                raise NameRefused("This name is already taken. Choose another one.")
            if name.startswith("fail-once-") and task.attempt == 1:
                raise ConnectorFailed("This name could not be set up right now. Try again.")
            if name.startswith("fail-") and not name.startswith("fail-once-"):
                raise ConnectorFailed("This name could not be set up. Choose another one or try again.")
        if task.kind in _CHANGES and name.startswith("keep-"):
            raise ConnectorFailed("This site could not be changed right now. Try again.")
        return "Done"
