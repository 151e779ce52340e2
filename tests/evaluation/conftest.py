"""The finder's databases."""

from tests.provisioning.finder.conftest import db, pg

__all__ = ["db", "pg"]
