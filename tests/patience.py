"""More time for requests, statements and summaries than callers wait: on a machine busy with tests all take long.

`python -m tests.patience serve` is the product's command with that much time. What the product's own limits do is
tested with them, or with shorter ones.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from backend.commands import main
from backend.graphql_server import execution
from backend.pdf import produce
from backend.timeouts import statement_timeout

PATIENCE = 60.0  # seconds


@contextmanager
def patient() -> Iterator[None]:
    """Requests, statements and the drawing of a summary, which starts a process, may take a minute."""
    usual = execution.DEADLINE, produce.TIMEOUT
    execution.DEADLINE = produce.TIMEOUT = PATIENCE
    try:
        with statement_timeout(PATIENCE):
            yield
    finally:
        execution.DEADLINE, produce.TIMEOUT = usual


if __name__ == "__main__":
    with patient():
        sys.exit(main())
