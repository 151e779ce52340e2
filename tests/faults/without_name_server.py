"""Runs the product on a machine whose name servers don't answer: `-m tests.faults.without_name_server COMMAND …`."""

import socket
import sys
import time
from typing import Any

_known = socket.getaddrinfo


def _waits(host: Any, *arguments: Any, **named: Any) -> Any:
    """Look a name up, as long as the system's own does while nobody answers."""
    if str(host).endswith(".example"):
        time.sleep(30)
    return _known(host, *arguments, **named)


def main() -> int:
    """Run a command of the product."""
    socket.getaddrinfo = _waits
    from backend.commands import main as product

    return product(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
