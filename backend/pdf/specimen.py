"""An order that exists nowhere: whoever has drawn it once has read what every summary needs."""

from datetime import UTC, date, datetime

from backend.pdf.summary import LicenseLine, LocationLine, OrganizationLine, ServiceLine, SiteLine, Summary

_AT = datetime(2026, 1, 1, tzinfo=UTC)
_NAME = "Ärzte Łódź 東京 שלום हिंदी"  # in Inter, in fonts beside it, and from right to left
_ORGANIZATION = OrganizationLine(name=_NAME, country="DE", domains=("a.example",), business_vertical="OTHER")

SPECIMEN = Summary(
    address="http://127.0.0.1:8000/orders/A",
    order_number="A-1",
    company_name=_NAME,
    offer="Webex Suite",
    subscription_number="Sub-1",
    term_months=12,
    start_date=date(2026, 1, 1),
    end_date=date(2026, 12, 31),
    placed_at=_AT,
    changed_at=_AT,
    draft=True,
    seller_name="A",
    contact_email="a@a.example",
    partner=_ORGANIZATION,
    customer=_ORGANIZATION,
    licenses=(LicenseLine(name="Meetings", service="MEETINGS", scope="PER_SITE", units=1_000),),
    services=(ServiceLine(kind="MEETINGS", state="FAILED", failure="A"),),
    sites=(SiteLine(url="a.webex.com", time_zone="Europe/Berlin", early_release=True, units=(("Meetings", 10),)),),
    locations=4
    * (
        LocationLine(
            name="A",
            time_zone="Europe/Berlin",
            preferred_language="de_DE",
            announcement_language="en_GB",
            address1="A 1",
            city="A",
            postal_code="10115",
            country="DE",
        ),
    ),
)
