"""Merging organizations: what moved, and what came of it."""

from __future__ import annotations

from backend.graphql_server.directives import part
from backend.schema.describe import type_
from backend.schema.errors import UserError
from backend.schema.organization import Organization


@part
@type_
class MergeMove:
    """One thing that a merge moves, or that support has to know about it.

    kind: What it is, as a stable word for programs: DOMAIN, USERS, ADMINISTRATOR, ORDER, OPEN_ORDER, TOKEN, SITE,
        LOCATION, PARTNER, CUSTOMER, ORGANIZATION, RIGHTS or COUNTRY. More may come.
    name: What it is called: a domain, an order's number, a number of people. Addresses are masked. For those of a kind
        beyond 20, + and how many they are.
    message: What happens with it, in words, in the language of the answer.
    """

    kind: str
    name: str
    message: str


@type_
class MergePayload:
    """A merge: what it would do, what it did, or what undoing it did.

    survivor: The organization that stands for both; after undoing, the one that stayed. Null if merging or undoing was
        refused.
    moves: What moves to the survivor; when undoing, what goes back to the duplicate. At most 20 of a kind, then their
        number.
    conflicts: What support has to know before; when undoing, what changed since and stays as it is.
    user_errors: Why it can't be done; in a preview, why it could not. Then nothing was changed. Empty: it can be, or
        was.
    """

    survivor: Organization | None
    moves: list[MergeMove]
    conflicts: list[MergeMove]
    user_errors: list[UserError]
