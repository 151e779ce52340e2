"""Pages of lists, after the Relay specification."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from graphql import GraphQLError

from backend.provisioning.paging import InvalidPage, Page
from backend.schema.describe import type_


@type_
class PageInfo:
    """Where a page stands in its list, as Relay has it.

    has_next_page: Whether there are more rows after this page.
    has_previous_page: Whether there are rows before this page.
    start_cursor: Cursor of the first row; null: the page is empty.
    end_cursor: Cursor of the last row; null: the page is empty.
    """

    has_next_page: bool
    has_previous_page: bool
    start_cursor: str | None
    end_cursor: str | None

    @classmethod
    def of_page(cls, page: Page[object]) -> "PageInfo":
        """From a page of records."""
        return cls.of(page.cursors, more=page.more, before=page.before)

    @classmethod
    def of(cls, cursors: Sequence[str], *, more: bool, before: bool) -> "PageInfo":
        """From the cursors of a page."""
        return cls(
            has_next_page=more,
            has_previous_page=before,
            start_cursor=cursors[0] if cursors else None,
            end_cursor=cursors[-1] if cursors else None,
        )


def invalid_cursor() -> GraphQLError:
    """A cursor that no answer of ours had."""
    return _refused("Invalid cursor.")


@contextmanager
def asked_page() -> Iterator[None]:
    """What is asked for inside is a page; one that no list has is the caller's mistake."""
    try:
        yield
    except InvalidPage as error:
        raise _refused(str(error)) from None


def _refused(message: str) -> GraphQLError:
    return GraphQLError(message, extensions={"code": "BAD_USER_INPUT"})
