"""Who is asking: the context that resolvers get."""

from dataclasses import dataclass, field, replace
from typing import Self

from starlette.requests import HTTPConnection


@dataclass
class Context:
    """One request's caller."""

    correlation_id: str
    caller: str
    signed_in: bool = False
    cookies: list[str] = field(default_factory=list)

    def renewed(self) -> Self:
        """The same caller with nothing loaded yet, for the next event of a subscription."""
        return replace(self)


async def open_context(connection: HTTPConnection, correlation_id: str, authorization: str | None = None) -> Context:
    """The context of a request, or of an operation on a WebSocket (`authorization` from its connection_init)."""
    client = connection.client.host if connection.client else "unknown"
    return Context(correlation_id, caller=f"address:{client}", signed_in=authorization is not None)
