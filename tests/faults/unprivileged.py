"""Runs the product as somebody who may not write everything, also where the tests are root."""

import ctypes
import os
import sys

PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2


def main() -> None:
    """Become a program that is bound by the permissions of files."""
    if os.geteuid() == 0:
        system = ctypes.CDLL(None, use_errno=True)
        for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
            if system.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0):
                raise OSError(ctypes.get_errno(), "prctl")
    os.execv(sys.executable, [sys.executable, "-m", "backend", *sys.argv[1:]])


if __name__ == "__main__":
    main()
