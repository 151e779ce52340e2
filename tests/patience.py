"""More time for requests and statements than callers wait: on a machine that is busy with tests all of them take long.

`python -m tests.patience serve` is the product's command with that much time. What the product's own limits do is
tested with them, or with shorter ones.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from backend.commands import main
from backend.graphql_server import execution
from backend.timeouts import statement_timeout

PATIENCE = 60.0  # seconds


@contextmanager
def patient() -> Iterator[None]:
    """Requests and statements may take a minute."""
    usual, execution.DEADLINE = execution.DEADLINE, PATIENCE
    try:
        with statement_timeout(PATIENCE):
            yield
    finally:
        execution.DEADLINE = usual


if __name__ == "__main__":
    with patient():
        sys.exit(main())
