"""Lists to choose from, and the availability of site names."""

from backend.graphql_server.directives import lists, part, ready
from backend.refusals import ErrorCode
from backend.schema.describe import type_


@ready
@type_
class Country:
    """A country or region.

    code: ISO 3166-1 alpha-2; XK for Kosovo.
    name: In the language of Accept-Language.
    search_names: Codes and names in several languages by which people look for it, such as GB, GBR, UK and England.
    """

    code: str
    name: str
    search_names: list[str]


@ready
@type_
class BusinessVertical:
    """An industry.

    code: What inputs take.
    name: In the language of Accept-Language.
    """

    code: str
    name: str


@ready
@type_
class TimeZone:
    """A time zone.

    name: Its name in the IANA database.
    label: City and country.
    offset: Its present distance from UTC, such as UTC+01:00.
    country: A code of countries; null for UTC itself.
    search_names: What else people call it: old names, abbreviations, names of Windows, its country.
    prominence: Its place among all, 1 first, by how many people a name that several have stands for.
    """

    name: str
    label: str
    offset: str
    country: str | None
    search_names: list[str]
    prominence: int


@type_
class City:
    """A city of more than 100,000 people.

    name: The one of its names that was asked for, else its usual English one.
    found_by: The one of its names that begins with the text.
    people: How many live there.
    time_zone: A name of timeZones.
    """

    name: str
    found_by: str
    people: int
    time_zone: str


@ready
@type_
class Language:
    """A language for locations.

    code: Such as de_DE.
    name: In the language of Accept-Language.
    """

    code: str
    name: str


@part
@type_
class AddressField:
    """A field of an address form.

    name: The field of AddressInput.
    label: What the country calls it.
    required: Whether it must be filled in.
    options: The values to choose from; null where none are known.
    option_labels: The same in words, in the same order; null with options.
    option_search_names: Of each option, in the same order, what people type for it besides its label: codes and short,
        local, English and former names; null with options.
    options_only: Whether any other value is refused. Otherwise the options are suggestions, and other text is kept.
    """

    name: str
    label: str
    required: bool
    options: list[str] | None
    option_labels: list[str] | None
    option_search_names: list[list[str]] | None
    options_only: bool


@lists(fields=8)
@type_
class AddressFormat:
    """How a country writes addresses.

    country: ISO 3166-1 alpha-2.
    fields: The fields in their order.
    """

    country: str
    fields: list[AddressField]


@type_
class SiteNameAvailability:
    """Whether a site name can be had.

    site_name: The name in lower case.
    available: Whether it is free.
    reason: Why not.
    suggestions: Free names near it.
    """

    site_name: str
    available: bool
    reason: ErrorCode | None
    suggestions: list[str]
