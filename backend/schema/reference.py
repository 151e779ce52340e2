"""Lists to choose from, and the availability of site names."""

from backend.graphql_server.directives import lists, part, ready
from backend.refusals import ErrorCode
from backend.schema.describe import type_


@ready
@type_
class Country:
    """A country or region of ISO 3166, or Kosovo.

    code: Two capital letters of ISO 3166-1; XK for Kosovo.
    name: Name of the country in the language of the answer.
    search_names: Codes and names in several languages by which people look for it, such as GB, GBR, UK and England.
    """

    code: str
    name: str
    search_names: list[str]


@ready
@type_
class BusinessVertical:
    """An industry that an organization can be in.

    code: Code that inputs take; it never changes.
    name: Name of the industry in the language of the answer.
    """

    code: str
    name: str


@ready
@type_
class TimeZone:
    """A time zone of the IANA database.

    name: Name in the IANA database, such as Europe/Berlin; inputs take it.
    label: City and country in the language of the answer, such as Berlin, Germany.
    offset: Its present distance from UTC, such as UTC+01:00.
    country: Country of the time zone: a code of `countries`; null for UTC itself.
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
    """A city of more than 100,000 people, and its time zone.

    name: Its name as it was asked for in full, else its usual English one.
    found_by: The one of its names that begins with the text.
    people: How many people live there.
    """

    name: str
    found_by: str
    people: int
    time_zone: str


@ready
@type_
class Language:
    """A language for calling locations, as it is spoken in a country.

    code: Code that inputs take, such as de_DE.
    name: Name of the language in the language of the answer.
    """

    code: str
    name: str


@part
@type_
class AddressField:
    """A field of the address form of a country.

    name: Name of the field in AddressInput, such as postalCode.
    label: What people in the country call it, in the language of the answer.
    required: Whether the field must be filled in.
    options: The values to choose from; null where none are known.
    option_labels: The options in words, in the same order; null with options.
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
    """How a country writes addresses: which fields its form has.

    country: Country of the form: a code of `countries`.
    fields: The fields in the order in which the form shows them, the country first.
    """

    country: str
    fields: list[AddressField]


@type_
class SiteNameAvailability:
    """Whether a site name can be had, and what to take instead.

    site_name: The name in small letters, without blanks around it.
    available: Whether the name may be used, and nobody else holds or owns it.
    reason: Why it can't be had: REQUIRED, TOO_LONG, INVALID, SITE_NAME_RESERVED or SITE_NAME_TAKEN; null: it can.
    suggestions: Free names near it, at most three, the best first; empty if it is free itself.
    """

    site_name: str
    available: bool
    reason: ErrorCode | None
    suggestions: list[str]
