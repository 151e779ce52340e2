"""Measurements: nothing timed fails a test."""
