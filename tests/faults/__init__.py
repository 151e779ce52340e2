"""Faults are made: a dead network, a frozen server, a full disk, a clock that jumps, signals at any moment."""
