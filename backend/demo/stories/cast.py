"""Who plays in several stories, and where."""

from backend.demo.acts import person
from backend.demo.organizations import SUPPORT
from backend.demo.story import Seller
from backend.provisioning.calling import LocationEntry

LENA, TOM = person("lena.vogt@halden.example"), person("tom.brandner@halden.example")
SUPPORT_PERSON = person(SUPPORT, support=True)
NORDLICHT = Seller("Nordlicht IT-Handel", "petersen@nordlicht.example")
CORVUS = Seller("Corvus Software Licensing", "orders@corvus.example")
ATELIER = Seller("Atelier Numérique", "ventes@atelier-numerique.example")

BERLIN, LONDON = "Europe/Berlin", "Europe/London"
OSLO, PARIS, PRAGUE, STOCKHOLM = "Europe/Oslo", "Europe/Paris", "Europe/Prague", "Europe/Stockholm"
VIENNA, ZURICH = "Europe/Vienna", "Europe/Zurich"


def headquarters(name: str, zone: str, language: str, *, country: str, place: str, street: str) -> LocationEntry:
    """A location; `place` is the postal code and the city."""
    postal_code, _, city = place.rpartition(" ")
    address: dict[str, str | None] = {"country": country, "city": city, "postalCode": postal_code, "address1": street}
    return LocationEntry(name, zone, language, language, address)
