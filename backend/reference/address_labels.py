"""What the parts of an address are called in each country, and how a missing one is asked for."""

from typing import NamedTuple


class Words(NamedTuple):
    """English messages for backend.language: the label of a field, and what to say when it is empty."""

    label: str
    missing: str


_POSTCODE = frozenset({"AU", "GB", "GG", "IM", "JE", "NZ"})

# By the kinds of Google's address data: state_name_type, locality_name_type and zip_name_type.
_STATES = {
    "area": Words("Area", "Enter the area."),
    "county": Words("County", "Enter the county."),
    "department": Words("Department", "Enter the department."),
    "district": Words("District", "Enter the district."),
    "do_si": Words("Province or city", "Enter the province or city."),
    "emirate": Words("Emirate", "Enter the emirate."),
    "island": Words("Island", "Enter the island."),
    "oblast": Words("Region", "Enter the region."),
    "parish": Words("Parish", "Enter the parish."),
    "prefecture": Words("Prefecture", "Enter the prefecture."),
    "province": Words("Province", "Enter the province."),
    "state": Words("State", "Enter the state."),
}
_CITIES = {
    "city": Words("City", "Enter the city."),
    "district": Words("District", "Enter the district."),
    "post_town": Words("Town or city", "Enter the town or city."),
    "suburb": Words("Suburb", "Enter the suburb."),
}
_POSTAL_CODES = {
    "eircode": Words("Eircode", "Enter the Eircode."),
    "pin": Words("PIN code", "Enter the PIN code."),
    "postal": Words("Postal code", "Enter the postal code."),
    "postcode": Words("Postcode", "Enter the postcode."),
    "zip": Words("ZIP code", "Enter the ZIP code."),
}
_EVERYWHERE = {
    "country": Words("Country or region", "Choose a country or region."),
    "address1": Words("Street address", "Enter the street address."),
    "address2": Words("Address line 2", "Enter address line 2."),
}


def words(field: str, country: str, data: dict[str, str]) -> Words:
    """The words for a field of AddressInput; `data` is what Google's address data say about the country."""
    if field == "state":
        return _STATES[data["state_name_type"]]
    if field == "city":
        return _CITIES[data["locality_name_type"]]
    if field == "postalCode":
        return _POSTAL_CODES["postcode" if country in _POSTCODE else data["zip_name_type"]]
    return _EVERYWHERE[field]
