"""Tests of the organization finder."""
