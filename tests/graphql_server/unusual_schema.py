"""A schema whose resolvers return what a schema should not: nothing, too much, the wrong type, errors."""

from collections.abc import AsyncGenerator, Iterator
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, Union

import strawberry
from hypothesis import strategies as st
from strawberry.scalars import JSON


@dataclass
class Context:
    """Who asks."""

    language: str = "en"

    def renewed(self) -> "Context":
        """For the next event of a subscription."""
        return self


Info = strawberry.Info[Context, None]


@strawberry.enum
class Food(Enum):
    """What they eat."""

    GRASS = "grass"
    MEAT = "meat"


@strawberry.interface
class Named:
    """Anything with a name."""

    id: strawberry.ID
    name: str | None


@strawberry.type
class Keeper(Named):
    """Somebody who works there."""

    since: date
    animals: list["Animal"]

    @strawberry.field
    def greeting(self, info: Info) -> str:
        """In the language of who asks."""
        return f"{info.context.language}: {self.name}"

    @strawberry.field
    def field_name(self, info: Info) -> str:
        """What only a resolver knows."""
        return info.field_name


@strawberry.type
class Animal(Named):
    """Somebody who lives there."""

    born: datetime | None
    legs: int
    notes: JSON | None
    weight: float | None
    tame: bool
    food: Food
    foods: list[Food | None] | None
    nicknames: list[str] | None
    grid: list[list[int]] | None
    keeper: Keeper | None
    near: list["Named"]
    best: Union["Animal", "Keeper", None]

    @strawberry.field
    def double(self) -> int:
        """Twice the legs."""
        return self.legs * 2

    @strawberry.field
    def shown(self, as_: str = "x", times: int | None = None) -> str:
        """A field with arguments."""
        return f"{as_}{times}"

    @strawberry.field
    async def later(self) -> str | None:
        """A field that is awaited."""
        return self.name

    @strawberry.field
    async def others(self) -> list["Animal"]:
        """Objects that are awaited."""
        return self.keeper.animals if self.keeper else []

    @strawberry.field
    def wrong(self) -> str | None:
        """An error."""
        raise ValueError("wrong")

    @strawberry.field
    def wrong_always(self) -> int:
        """An error where null may not be."""
        raise ValueError("wrong always")


@strawberry.type
class AnimalEdge:
    """A row."""

    node: Animal
    cursor: str


@strawberry.type
class AnimalConnection:
    """Rows."""

    edges: list[AnimalEdge]
    total: int | None


@strawberry.type
class Query:
    """What can be asked."""

    animal: Animal | None
    keeper: Keeper
    animals: list[Animal | None]
    page: AnimalConnection | None

    @strawberry.field
    async def anyone(self) -> Named | None:
        """Somebody."""
        return self.animal or self.keeper


@strawberry.type
class Mutation:
    """What can be changed."""

    animal: Animal | None
    keeper: Keeper | None


@strawberry.type
class Subscription:
    """What can be watched."""

    @strawberry.subscription
    async def each(self, info: Info, fails: bool = False) -> AsyncGenerator[Animal | None, None]:
        """The animals one after the other, and perhaps an error."""
        root: Any = info.root_value
        for one in root.animals:
            yield one
        if fails:
            raise ValueError("no more")

    @strawberry.subscription
    async def anybody(self, info: Info) -> AsyncGenerator[Named, None]:
        """Whoever is there."""
        root: Any = info.root_value
        yield root.animal
        yield root.keeper


EVERYTHING = """
fragment Everything on Animal {
  ...Plain shown again: shown(as_: "y") later others { id } wrong wrongAlways near { id name }
}
fragment Plain on Animal {
  __typename id name born legs notes weight tame food foods nicknames grid double
  keeper { ...Keeper } near { __typename id ... on Animal { legs keeper { since } } ... on Keeper { since } }
}
fragment Keeper on Keeper { __typename id name since greeting }
"""
WHOLE = [  # every field, most of what stands ready by itself
    "{ animal { ...Everything } keeper { ...Keeper fieldName animals { id legs } } }",
    "{ keeper { ...Keeper animals { ...Plain } } }",
    "{ animals { ...Plain } }",
    "{ animal { keeper { id name } } keeper { id name } }",
    "{ page { total edges { cursor node { ...Plain } again: node { id } } } }",
    "{ page { edges { node { ...Everything } } } keeper { fieldName } }",
    "{ anyone { __typename id ... on Animal { ...Plain best { __typename ... on Keeper { ...Keeper } } } } }",
    "mutation { animal { ...Plain } keeper { since } }",
]

WATCHED = [
    "subscription { each { ...Everything } }",
    "subscription { each(fails: true) { ...Plain } }",
    "subscription { anybody { __typename id ... on Animal { ...Plain } ... on Keeper { ...Keeper animals { id } } } }",
]

schema = strawberry.Schema(Query, Mutation, Subscription, types=[Keeper, Animal])


class Lookalike(Keeper):
    """Not the type it looks like: made by hand, as rows of a database are."""


class _Foreign:
    """Has whatever is asked for, and belongs to no schema."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return "foreign"


_FOREIGN = _Foreign()
STRANGE: list[Any] = [
    None,
    "text",
    7,
    2**40,
    1.5,
    True,
    [None],
    ["a"],
    ("a",),
    ValueError("as a value"),
    object,
    {},
    _FOREIGN,
]


def _mostly(usual: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Now and then something else."""
    return st.integers(0, 15).flatmap(lambda number: st.sampled_from(STRANGE) if number == 15 else usual)


_names = st.one_of(st.none(), st.text(max_size=3))
_dates = st.dates(date(2020, 1, 1), date(2030, 1, 1))
_keepers = st.builds(
    lambda made_as, **fields: made_as(**fields),
    made_as=st.sampled_from([Keeper, Keeper, Lookalike]),
    id=_mostly(st.sampled_from("ab")),
    name=_mostly(_names),
    since=_mostly(_dates),
    animals=st.just([]),
)


def _animals(others: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.builds(
        Animal,
        id=_mostly(st.sampled_from("ab")),
        name=_mostly(_names),
        born=_mostly(st.none() | st.just(datetime(2026, 1, 1, tzinfo=UTC))),
        notes=_mostly(st.none() | st.just({"a": [1]})),
        legs=_mostly(st.integers(-5, 5)),
        weight=_mostly(st.none() | st.sampled_from([1.5, 2])),
        tame=_mostly(st.booleans()),
        food=_mostly(st.sampled_from(Food)),
        foods=_mostly(st.none() | st.lists(st.none() | st.sampled_from(Food), max_size=2)),
        nicknames=_mostly(st.none() | st.lists(_mostly(st.text(max_size=2)), max_size=2)),
        grid=_mostly(st.none() | st.lists(st.lists(_mostly(st.integers(0, 3)), max_size=2), max_size=2)),
        keeper=_mostly(st.none() | _keepers),
        near=_mostly(st.lists(_mostly(others | _keepers), max_size=2)),
        best=_mostly(st.none() | others | _keepers),
    )


animals = st.recursive(_animals(_keepers), _animals, max_leaves=3)


@st.composite
def roots(draw: st.DrawFn) -> Query:
    """What the root fields return."""
    pack = draw(st.lists(animals, max_size=2))
    keeper = draw(_keepers)
    keeper.animals = draw(_mostly(st.just(pack)))
    edges = [AnimalEdge(node=draw(_mostly(st.just(animal))), cursor=str(n)) for n, animal in enumerate(pack)]
    page = AnimalConnection(edges=draw(_mostly(st.just(edges))), total=draw(_mostly(st.just(len(edges)))))
    root: Any = Query(
        animal=draw(_mostly(animals)), keeper=draw(_mostly(st.just(keeper))), animals=[*pack, None], page=page
    )
    return root  # type: ignore[no-any-return]


def animal(keeper: Keeper) -> Animal:
    """A usual one."""
    empty: Any = dict.fromkeys(("notes", "born", "weight", "foods", "nicknames", "grid", "best"))
    return Animal(id=strawberry.ID("a"), name="A", legs=4, tame=True, food=Food.MEAT, keeper=keeper, near=[], **empty)


def strange() -> Iterator[Query]:
    """Every field once with every strange value."""
    keeper: Any = Keeper(id=strawberry.ID("k"), name="K", since=date(2026, 1, 1), animals=[])
    usual: Any = animal(keeper)
    for value in [*STRANGE, Lookalike(id=strawberry.ID("l"), name="L", since=date(2026, 1, 1), animals=[])]:
        yield from (_root(replace(usual, **{name: value})) for name in _attributes(Animal))
        yield from (_root(replace(usual, keeper=replace(keeper, **{name: value}))) for name in _attributes(Keeper))
        yield _root(value)


def _attributes(made: Any) -> list[str]:
    return [field.name for field in fields(made) if field.init]


def _root(found: Any) -> Query:
    page = AnimalConnection(edges=[AnimalEdge(node=found, cursor="1")], total=1)
    keeper = getattr(found, "keeper", found)
    return Query(animal=found, keeper=keeper, animals=[found, None], page=page)
