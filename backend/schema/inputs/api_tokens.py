"""Inputs of API tokens."""

from datetime import date

import strawberry

from backend.schema.describe import input_


@input_
class CreateApiTokenInput:
    """An API token that an organization wants.

    name: What it is called, such as the name of the system that will use it: at most 60 characters, without @. The
        timeline of orders and mails show it.
    scopes: What it may do: orders:read, orders:write (which includes reading) and organizations:read, one at least.
    expires_on: Last day on which it holds, in UTC, from today to 366 days from now; left out: it holds for 365 days.
    """

    organization_id: strawberry.ID
    name: str
    scopes: list[str]
    expires_on: date | None = None


@input_
class ApiTokenInput:
    """A token of an organization.

    token_id: Global id of the token, as `apiTokens` has it.
    """

    token_id: strawberry.ID
