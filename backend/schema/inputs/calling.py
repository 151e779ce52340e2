"""Inputs of Calling."""

import strawberry

from backend.schema.describe import input_


@input_
class AddressInput:
    """A postal address; which of its fields a country wants, `addressFormat` says.

    address1: Street and number, at most 100 characters.
    address2: Second line of the street address, at most 100 characters.
    city: Town or city, at most 60 characters.
    state: State, province or prefecture, at most 60 characters; of Australia, Canada and the United States one of the
        options of `addressFormat`.
    postal_code: Postal code as the country writes it, at most 20 characters.
    country: A code of `countries`; others for the same, such as UK or GBR, are read too.
    """

    address1: str
    country: str
    address2: str | None = None
    city: str | None = None
    state: str | None = None
    postal_code: str | None = None

    def fields(self) -> dict[str, str | None]:
        """The address by the names of the API."""
        return {
            "address1": self.address1,
            "address2": self.address2,
            "city": self.city,
            "state": self.state,
            "postalCode": self.postal_code,
            "country": self.country,
        }


@input_
class SaveCallingLocationInput:
    """A calling location as it shall be: the headquarters, or one more.

    With `existingLocationId`, the order uses a location that the customer organization has: it stays as it is, and the
    other fields, which are required all the same, are ignored.

    service_id: Global id of the Calling service.
    name: Name of the location, at most 80 characters, unique in the organization, whatever its case.
    address: Postal address at which the location is.
    existing_location_id: Global id of one of `existingLocations`, in saveCallingLocation only; null: a new location.
    """

    service_id: strawberry.ID
    name: str
    time_zone: str
    preferred_language: str
    announcement_language: str
    address: AddressInput
    existing_location_id: strawberry.ID | None = None
    expected_version: int | None = None


@input_
class UpdateLocationInput:
    """A calling location as it shall be from now on.

    location_id: Global id of the location.
    name: Name of the location, at most 80 characters, unique in the organization, whatever its case.
    address: Postal address at which the location is.
    """

    location_id: strawberry.ID
    name: str
    time_zone: str
    preferred_language: str
    announcement_language: str
    address: AddressInput
    expected_version: int | None = None
