"""The finder's databases."""

from tests.provisioning.finder.conftest import db, fresh, migrated_postgres, migrated_sqlite, pg

__all__ = ["db", "fresh", "migrated_postgres", "migrated_sqlite", "pg"]
