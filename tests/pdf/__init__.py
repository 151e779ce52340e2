"""Tests of the order summary."""
