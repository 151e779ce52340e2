"""Pages of lists, after the Relay specification."""

from collections.abc import Sequence

from backend.schema.describe import type_


@type_
class PageInfo:
    """Where a page stands in its list.

    has_next_page: Whether there is more after it.
    has_previous_page: Whether there is something before it.
    start_cursor: The cursor of the first row.
    end_cursor: The cursor of the last row.
    """

    has_next_page: bool
    has_previous_page: bool
    start_cursor: str | None
    end_cursor: str | None

    @classmethod
    def of(cls, cursors: Sequence[str], *, more: bool, before: bool) -> "PageInfo":
        """From the cursors of a page."""
        return cls(
            has_next_page=more,
            has_previous_page=before,
            start_cursor=cursors[0] if cursors else None,
            end_cursor=cursors[-1] if cursors else None,
        )
