"""What the schema tells integrators of prices and caches.

The names are those that tools know: `@listSize` and `@cost` of the specification of cost directives, `@cacheControl`.
An object that is read by itself costs 1; a part, which comes with the object that it belongs to, less.
"""

from collections.abc import Callable, Mapping
from typing import TypeVar

import strawberry
from strawberry.schema_directive import Location
from strawberry.types.base import get_object_definition

T = TypeVar("T", bound=type)


@strawberry.schema_directive(
    locations=[Location.FIELD_DEFINITION],
    name="listSize",
    description="How many elements a list counts for in the price of a query; what came is charged afterwards. Where"
    " arguments are named, the lists of the answer are as long as the list that is given there, at most this long.",
)
class ListSize:
    """How long a list is taken to be.

    With `slicing_arguments`, lists that are given, `sized_fields` of the answer are as long as these, which may be
    `assumed_size` long.
    """

    assumed_size: int
    slicing_arguments: list[str] | None = strawberry.UNSET
    sized_fields: list[str] | None = strawberry.UNSET


@strawberry.schema_directive(
    locations=[Location.OBJECT],
    name="cost",
    description="What one object of this type costs, as a decimal number; 1 where nothing is said.",
)
class Cost:
    """What an object costs."""

    weight: str


@strawberry.schema_directive(
    locations=[Location.FIELD_DEFINITION],
    name="cacheControl",
    description="For how many seconds a client may keep the answer to a query by GET that asks for such fields alone.",
)
class CacheControl:
    """How long an answer keeps."""

    max_age: int


def weighs(weight: str) -> Callable[[T], T]:
    """A type whose objects cost this, a decimal number; stands above its `@type_`."""

    def decorate(cls: T) -> T:
        definition = get_object_definition(cls, strict=True)
        definition.directives = [*(definition.directives or ()), Cost(weight=weight)]
        return cls

    return decorate


part = weighs("0.02")  # read with its order or organization
ready = weighs("0.5")  # of a list that lies in memory


def lists(**assumed: int) -> Callable[[T], T]:
    """How long the lists of a type are taken to be, by the names of its fields; stands above its `@type_`."""
    return _on_fields({name: ListSize(assumed_size=size) for name, size in assumed.items()})


def sized_by(argument: str, *, most: int, **answered: str) -> Callable[[T], T]:
    """Mutations of a root type that take a list of at most so many, and the list that each answers with, as long."""
    return _on_fields(
        {
            name: ListSize(assumed_size=most, slicing_arguments=[argument], sized_fields=[of_answer])
            for name, of_answer in answered.items()
        }
    )


def keep(**seconds: int) -> Callable[[T], T]:
    """How long clients may keep fields of a root type; stands above it."""
    return _on_fields({name: CacheControl(max_age=age) for name, age in seconds.items()})


def _on_fields(directives: Mapping[str, object]) -> Callable[[T], T]:
    def decorate(cls: T) -> T:
        fields = {field.python_name: field for field in get_object_definition(cls, strict=True).fields}
        for name, directive in directives.items():
            fields[name].directives = [*fields[name].directives, directive]
        return cls

    return decorate
