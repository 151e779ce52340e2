"""Merges lists that others keep well, from packages of both registries, into the finder's data files: `make lists`."""
