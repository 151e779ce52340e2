"""Tests of backend/resolvers."""
