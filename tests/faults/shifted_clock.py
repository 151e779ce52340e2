"""Runs the product on a machine whose clock is wrong: `-m tests.faults.shifted_clock SECONDS COMMAND …`.

SIGUSR1 sets the clock an hour ahead, SIGUSR2 an hour back, while it runs.
"""

import signal
import sys
from datetime import UTC, datetime, timedelta

import time_machine

HOUR = 3_600


def main() -> int:
    """Run a command of the product by a clock that is so many seconds ahead."""
    travel = time_machine.travel(datetime.now(UTC) + timedelta(seconds=float(sys.argv[1])))
    clock = travel.start()
    signal.signal(signal.SIGUSR1, lambda *_: clock.shift(HOUR))
    signal.signal(signal.SIGUSR2, lambda *_: clock.shift(-HOUR))
    from backend.commands import main as product

    return product(sys.argv[2:])


if __name__ == "__main__":
    sys.exit(main())
