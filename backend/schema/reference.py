"""Lists to choose from, and the availability of site names."""

from backend.schema.describe import type_
from backend.schema.enums import UserErrorCode


@type_
class Country:
    """A country or region.

    code: ISO 3166-1 alpha-2.
    name: In the language of Accept-Language.
    """

    code: str
    name: str


@type_
class BusinessVertical:
    """An industry.

    code: What inputs take.
    name: In the language of Accept-Language.
    """

    code: str
    name: str


@type_
class TimeZone:
    """A time zone.

    name: Its name in the IANA database.
    label: City and country.
    offset: Its present distance from UTC, such as UTC+01:00.
    """

    name: str
    label: str
    offset: str


@type_
class Language:
    """A language for locations.

    code: Such as de_DE.
    name: In the language of Accept-Language.
    """

    code: str
    name: str


@type_
class AddressField:
    """A field of an address form.

    name: The field of AddressInput.
    label: What the country calls it.
    required: Whether it must be filled in.
    options: The values to choose from.
    option_labels: The same in words.
    """

    name: str
    label: str
    required: bool
    options: list[str] | None
    option_labels: list[str] | None


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
    reason: UserErrorCode | None
    suggestions: list[str]
