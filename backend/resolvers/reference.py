"""Lists that every form chooses from."""

import strawberry
from anyio import to_thread

from backend import clock
from backend.graphql_server.directives import keep, lists
from backend.reference import addresses, business_verticals, countries, languages, time_zone_names, time_zones
from backend.reference.cities import find_cities
from backend.resolvers.api_errors import not_found
from backend.resolvers.context import Info
from backend.schema.reference import (
    AddressField,
    AddressFormat,
    BusinessVertical,
    City,
    Country,
    Language,
    TimeZone,
)

DAY_LONG = 86_400  # seconds


@lists(countries=250, business_verticals=30, time_zones=430, cities=20, languages=50)
@keep(countries=DAY_LONG, business_verticals=DAY_LONG, languages=DAY_LONG, address_format=DAY_LONG, time_zones=900)
@strawberry.type
class ReferenceQueries:
    """Countries, industries, time zones, cities, languages and how addresses are written."""

    @strawberry.field
    def countries(self, info: Info) -> list[Country]:
        """All countries and regions of ISO 3166, and Kosovo, by name."""
        found = countries.countries(info.context.language)
        return [
            Country(code=country.code, name=country.name, search_names=countries.search_names(country.code))
            for country in found
        ]

    @strawberry.field
    def business_verticals(self, info: Info) -> list[BusinessVertical]:
        """All industries that an organization can be in, by name, Other last."""
        found = business_verticals.business_verticals(info.context.language)
        return [BusinessVertical(code=vertical.code, name=vertical.name) for vertical in found]

    @strawberry.field
    def time_zones(self, info: Info, country: str | None = None) -> list[TimeZone]:
        """Time zones with their present distance from UTC: all from west to east, or those of a country, most people
        first.

        country: Only those of this country: a code of `countries`; left out: all.
        """
        language = info.context.language
        found = time_zones.time_zones(language, country, clock.now())
        places = time_zone_names.prominence()
        return [
            TimeZone(
                name=zone.name,
                label=zone.label,
                offset=zone.offset,
                country=zone.country,
                search_names=time_zone_names.names_of(zone.name, zone.country, language),
                prominence=places.get(zone.name, len(places) + 1),
            )
            for zone in found
        ]

    @strawberry.field
    async def cities(self, search: str) -> list[City]:
        """Cities of more than 100,000 people that have, in any language, a name which begins with a text; at most
        20.

        First those of exactly this name, then the biggest.

        search: What was typed; its first 100 characters count.
        """
        return [
            City(name=city.name, found_by=city.found_by, people=city.people, time_zone=city.time_zone)
            for city in await to_thread.run_sync(find_cities, search[:100])
        ]

    @strawberry.field
    def languages(self, info: Info) -> list[Language]:
        """All languages that calling locations can have, by name."""
        return [Language(code=found.code, name=found.name) for found in languages.languages(info.context.language)]

    @strawberry.field
    def address_format(self, info: Info, country: str) -> AddressFormat:
        """How a country writes addresses; an unknown country is not found.

        country: A code of `countries`, in capital or small letters.
        """
        try:
            found = addresses.address_format(country.upper(), info.context.language)
        except KeyError:
            raise not_found(info.context.language) from None
        fields = [
            AddressField(
                name=field.name,
                label=field.label,
                required=field.required,
                options=field.options,
                option_labels=field.option_labels,
                option_search_names=field.option_search_names,
                options_only=field.options_only,
            )
            for field in found.fields
        ]
        return AddressFormat(country=found.country, fields=fields)
