"""Errors on their way out: what a caller may read of them, with a code; the rest is logged and masked."""

import logging
import sqlite3
import time
from collections.abc import Mapping, Sequence
from typing import Any

import asyncpg
from graphql import GraphQLError
from tortoise.exceptions import BaseORMException, OperationalError

from backend import correlation
from backend.graphql_server import rate_fields
from backend.limits.rates import RateLimited

logger = logging.getLogger("backend.graphql_server")

_STATUS = {"UNAUTHENTICATED": 401, "FORBIDDEN": 403, "NOT_FOUND": 404, "VIEW_ENDED": 403}  # where it is not 400
RETRY_AFTER = "1"  # seconds until the next try after an outage is worth it
# Connection lost, a plan from before a migration, only a standby there, idle for too long, a password or a database
# that is being changed, given up in a deadlock, out of resources (disk, memory, slots), a lock that is not to be had,
# stopped by its operator, a broken disk, a quota, files that nobody may write, and tables, columns or indexes that
# `migrate` has still to make.
_OUTAGES = (
    *("08", "0A000", "25006", "25P03", "25P04", "28", "3D000", "40", "53", "55P03", "57", "58", "XX"),
    *("26000", "42501", "42P01", "42703", "42P05", "42P10"),
)
_SQLITE_OUTAGES = (
    "disk is full",
    "disk I/O error",
    "unable to open database",
    "locked",
    "locking protocol",
    "readonly database",
    "disk image is malformed",
    "not a database",
    "no such table",
    "no such column",
)
DISK_FULL_REMEMBERED_FOR = 10.0  # seconds
_full_at = -DISK_FULL_REMEMBERED_FOR


class RequestRefused(Exception):
    """A request that is answered before anything of it is executed."""

    def __init__(self, status: int, code: str, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.headers = dict(headers or {})

    @property
    def error(self) -> GraphQLError:
        """The refusal as an error of the API."""
        extensions: dict[str, Any] = {"code": self.code}
        if "Retry-After" in self.headers:
            extensions["retryAfter"] = int(self.headers["Retry-After"])
        return GraphQLError(str(self), extensions=extensions)


def disk_was_full() -> bool:
    """Whether somebody was refused lately because the database's disk is full."""
    return time.monotonic() - _full_at < DISK_FULL_REMEMBERED_FOR


def unavailable(error: BaseException) -> RequestRefused:
    """The answer while the database cannot be used because of `error`."""
    global _full_at
    logger.warning("The database cannot be used: %r", error)
    if getattr(error, "sqlstate", "") == asyncpg.DiskFullError.sqlstate or "disk is full" in str(error):
        _full_at = time.monotonic()
    message = f"The service is busy. Try again in {RETRY_AFTER} second."
    return RequestRefused(503, "UNAVAILABLE", message, {"Retry-After": RETRY_AFTER})


def is_outage(error: BaseException | None) -> bool:
    """Whether the error means that the database cannot be used at the moment, through no fault of the statement."""
    while error is not None:
        if isinstance(error, OSError):
            return error.filename is None  # a socket or a full disk; a missing file is our own fault
        if isinstance(error, (asyncpg.InterfaceError, asyncpg.InternalClientError)):
            return True
        if isinstance(error, asyncpg.PostgresError):
            return str(error.sqlstate).startswith(_OUTAGES)
        if isinstance(error, (sqlite3.DatabaseError, OperationalError)):
            return any(part in str(error) for part in _SQLITE_OUTAGES) or is_outage(error.__cause__)
        error = error.__cause__ if isinstance(error, BaseORMException) else None
    return False


def refusal_of(error: Exception) -> RequestRefused:
    """What a failed request is answered with. Only a bug is logged, with its traceback."""
    if isinstance(error, RequestRefused):
        return error
    if isinstance(error, RateLimited):
        headers = {"Retry-After": str(error.limit.retry_after)} | rate_fields.of_limit(error.limit)
        return RequestRefused(429, "RATE_LIMITED", str(error), headers)
    if isinstance(error, GraphQLError) and error.extensions and "code" in error.extensions:
        return _whole_request(error)
    if is_outage(error):
        return unavailable(error)
    log_bug(error)
    return RequestRefused(500, "INTERNAL", "Something went wrong on our side.")


def public(error: GraphQLError) -> GraphQLError:
    """The error as a caller may read it: expected ones with their code, bugs masked and logged once."""
    cause = _cause(error)
    if isinstance(cause, GraphQLError):
        if "code" in (error.extensions or {}):
            return error
        if error.path is None or cause.nodes:
            error.extensions = {**(error.extensions or {}), "code": "BAD_USER_INPUT"}
            return error
    elif isinstance(cause, RateLimited) or is_outage(cause):
        refused = refusal_of(cause).error
        return _replace(error, refused.message, refused.extensions or {}, cause)
    log_bug(cause)
    return _replace(error, "Something went wrong on our side.", {"code": "INTERNAL"})


def told(errors: Sequence[GraphQLError]) -> Sequence[GraphQLError]:
    """The same errors as they leave: each with the correlation id by which the log has them too, in one line."""
    for error in errors:
        error.extensions = {**(error.extensions or {}), "correlationId": correlation.current()}
    if errors:
        log_refused(*(str((error.extensions or {}).get("code")) for error in errors))
    return errors


def log_refused(*codes: str) -> None:
    """What somebody was refused is a line of the log, so that support finds it by the id that they read out."""
    logger.info("Refused: %s", ", ".join(sorted(set(codes))))


def log_bug(error: BaseException) -> None:
    """Log an unexpected error with its traceback."""
    logger.error("Unexpected error: %s", type(error).__name__, exc_info=error)


def _cause(error: GraphQLError) -> Exception:
    cause: Exception = error
    while isinstance(cause, GraphQLError) and cause.original_error is not None:
        cause = cause.original_error
    return cause


def _replace(
    error: GraphQLError, message: str, extensions: dict[str, Any], cause: Exception | None = None
) -> GraphQLError:
    return GraphQLError(message, error.nodes, error.source, error.positions, error.path, cause, extensions)


def _whole_request(error: GraphQLError) -> RequestRefused:
    """The refusal of a request by an error that says what it is."""
    code = str((error.extensions or {})["code"])
    headers = {"WWW-Authenticate": "Bearer"} if code == "UNAUTHENTICATED" else None
    return RequestRefused(_STATUS.get(code, 400), code, error.message, headers)
