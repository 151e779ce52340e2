"""A small schema with connections, a mutation and a subscription, so that the edge is tested without the product's."""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum
from typing import Annotated

import strawberry
from graphql import GraphQLError
from starlette.requests import HTTPConnection

from backend.language import choose
from backend.limits.rates import RateLimit, RateLimited


@dataclass
class Context:
    """Who reads."""

    correlation_id: str
    caller: str
    signed_in: bool
    cookies: list[str] = field(default_factory=list)
    expires_at: datetime | None = None
    event: int = 0
    language: str = "en"
    reads_only: bool = False

    def renewed(self) -> "Context":
        """The reader at the next event."""
        self.event += 1
        return replace(self)


async def open_context(
    connection: HTTPConnection,
    correlation_id: str,
    *,
    authorization: str | None = None,
    accept_language: str | None = None,
    view_as: str | None = None,
) -> Context:
    """`Bearer good…` is a reader, no header a stranger, anything else refused; `Bearer away` finds no database."""
    given = authorization or connection.headers.get("authorization")
    if given == "Bearer away":
        raise ConnectionRefusedError("5432")
    if given and not given.startswith("Bearer good"):
        raise GraphQLError("This token is not valid.", extensions={"code": "UNAUTHENTICATED"})
    address = connection.client.host if connection.client else ""
    language = choose(accept_language or connection.headers.get("accept-language"))
    return Context(correlation_id, given or address, signed_in=given is not None, language=language)


Info = strawberry.Info[Context, None]
closed_streams: list[str] = []


@strawberry.enum
class Shelf(Enum):
    """Where a book stands."""

    FICTION = "fiction"
    FACT = "fact"


@strawberry.type
class PageInfo:
    """Where a page ends."""

    has_next_page: bool


@strawberry.type
class BookEdge:
    """A place in a list of books."""

    node: "Book"
    cursor: str


@strawberry.type
class BookConnection:
    """A page of books."""

    edges: list[BookEdge]
    page_info: PageInfo


@strawberry.type
class Book:
    """Something to read."""

    id: strawberry.ID
    title: str

    @strawberry.field
    def sequels(self, first: int | None = None) -> BookConnection:
        """Books that follow this one."""
        return page(first)

    @strawberry.field
    def tags(self) -> list["Tag"]:
        """Words about it."""
        return [Tag(name="old")]


@strawberry.type
class Tag:
    """A word about a book."""

    name: str


@strawberry.input
class BookInput:
    """A book to write."""

    title: str
    shelf: Shelf


def page(first: int | None) -> BookConnection:
    """So many books."""
    edges = [
        BookEdge(node=Book(id=strawberry.ID(str(n)), title=f"Book {n}"), cursor=str(n)) for n in range(first or 20)
    ]
    return BookConnection(edges=edges, page_info=PageInfo(has_next_page=False))


@strawberry.type
class Odd:
    """Fields that do not go the short way to their end."""

    shelf: Shelf
    number: strawberry.ID
    tag: Tag
    tags: list[Tag | None]
    words: list[str]
    missing: str
    absent: str | None
    broken: int
    nullable_broken: int | None

    @strawberry.field
    async def later(self) -> str:
        """Takes a turn of the loop."""
        await asyncio.sleep(0)
        return "later"

    @strawberry.field
    def itself(self) -> "Odd":
        """The same once more."""
        return self


@strawberry.type
class Query:
    """What can be asked."""

    @strawberry.field
    def hello(self, name: str = "you") -> str:
        """A greeting."""
        return f"hello {name}"

    @strawberry.field
    async def book(self, id: strawberry.ID) -> Book | None:
        """One book."""
        return Book(id=id, title="A book") if id != "none" else None

    @strawberry.field
    def books(self, first: int | None = None, last: int | None = None) -> BookConnection:
        """Many books."""
        return page(first or last)

    @strawberry.field
    def nodes(self, ids: list[strawberry.ID]) -> list[Book]:
        """Books by id."""
        return [Book(id=id, title="A book") for id in ids]

    @strawberry.field
    def odd(self) -> Odd | None:
        """What can go wrong with an attribute."""
        return Odd(
            shelf=Shelf.FACT,
            number=7,  # type: ignore[arg-type]
            tag=Tag(name="x"),
            tags=[Tag(name="y"), None],
            words=["a", "b"],
            missing=None,  # type: ignore[arg-type]
            absent=None,
            broken="no number",  # type: ignore[arg-type]
            nullable_broken="no number",  # type: ignore[arg-type]
        )

    @strawberry.field
    def caller(self, info: Info) -> str:
        """Whose bucket pays."""
        return info.context.caller

    @strawberry.field
    def language(self, info: Info) -> str:
        """In which language the caller is answered."""
        return info.context.language

    @strawberry.field
    def broken(self) -> str | None:
        """A bug that tells a secret."""
        raise RuntimeError("secret of j.doe@acme.com")

    @strawberry.field
    def missing(self) -> str | None:
        """An expected failure."""
        raise GraphQLError("There is no such book.", extensions={"code": "NOT_FOUND"})

    @strawberry.field
    def crowded(self) -> str:
        """A rate limit."""
        raise RateLimited(RateLimit("finder", 42, 60, 3600))

    @strawberry.field
    def unreachable(self) -> str | None:
        """A database that is away."""
        raise ConnectionRefusedError("5432")

    @strawberry.field
    async def slow(self, seconds: float) -> str:
        """Takes its time."""
        await asyncio.sleep(seconds)
        return "done"


@strawberry.type
class Mutation:
    """What can be changed."""

    @strawberry.mutation
    def write(self, info: Info, input: BookInput) -> Book:
        """Write a book; leaves a cookie."""
        info.context.cookies.append("pen=blue; HttpOnly")
        return Book(id=strawberry.ID("9"), title=input.title)


@strawberry.type(name="SubscriptionRoot")
class Subscription:
    """What can be watched."""

    @strawberry.subscription
    async def count(self, to: int) -> AsyncGenerator[int, None]:
        """Numbers from 1."""
        for number in range(1, to + 1):
            yield number

    @strawberry.subscription
    async def forever(self, name: str) -> AsyncGenerator[Annotated[str, "name"], None]:
        """The name once, then silence until it is closed."""
        try:
            yield name
            await asyncio.Event().wait()
        finally:
            closed_streams.append(name)

    @strawberry.subscription
    async def failing(self) -> AsyncGenerator[int, None]:
        """A bug after the first number."""
        yield 1
        raise RuntimeError("secret of the stream")

    @strawberry.subscription
    async def losing(self, at_once: bool) -> AsyncGenerator[int, None]:
        """The database goes away, at once or after the first number."""
        if not at_once:
            yield 1
        raise ConnectionRefusedError("5432")


schema = strawberry.Schema(Query, Mutation, Subscription)
