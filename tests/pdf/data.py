"""An order as its summary tells it."""

from dataclasses import replace
from datetime import UTC, date, datetime

from backend.pdf.summary import LicenseLine, LocationLine, OrganizationLine, ServiceLine, SiteLine, Summary

BERLIN = SiteLine(
    url="brandt.webex.com",
    time_zone="Europe/Berlin",
    early_release=True,
    primary=True,
    units=(("Webex Meetings", 1000), ("Webex Webinars", 50)),
)
AUSTIN = SiteLine(url="brandt-us.webex.com", time_zone="America/Chicago", early_release=False)
HEADQUARTERS = LocationLine(
    name="Hauptzentrale Köln",
    time_zone="Europe/Berlin",
    preferred_language="de_DE",
    announcement_language="en_GB",
    address1="Domkloster 4",
    address2="Etage 2",
    city="Köln",
    postal_code="50667",
    country="DE",
    default=True,
)
CUSTOMER = OrganizationLine(
    name="Brandt Logistik Holding",
    country="AT",
    domains=("brandt.example",),
    administrator="PROVISIONING_ADMINISTRATOR",
)
SUMMARY = Summary(
    address="https://hub.example/orders/T3JkZXI6MzQ",
    order_number="DE-4500127",
    company_name="Brandt Logistik GmbH",
    offer="Webex Suite",
    subscription_number="Sub-1029384",
    term_months=36,
    start_date=date(2026, 12, 1),
    end_date=date(2029, 11, 30),
    placed_at=datetime(2026, 11, 19, 9, 40, tzinfo=UTC),
    changed_at=datetime(2026, 11, 20, 14, 5, tzinfo=UTC),
    draft=False,
    seller_name="Nordlicht IT-Handel",
    seller_email="petersen@nordlicht.example",
    contact_email="lena.vogt@halden.example",
    partner=OrganizationLine(name="Halden Systeme AG", country="DE", domains=("halden.example",)),
    customer=CUSTOMER,
    licenses=(
        LicenseLine(name="Webex Meetings", service="MEETINGS", scope="PER_SITE", units=1250),
        LicenseLine(name="Calling Professional", service="CALLING", scope="ORGANIZATION_WIDE", units=250),
    ),
    services=(
        ServiceLine(kind="MEETINGS", state="PROVISIONING"),
        ServiceLine(kind="CALLING", state="FAILED", failure="The number range is used up"),
        ServiceLine(kind="MESSAGING", state="PROVISIONED"),
    ),
    sites=(BERLIN, AUSTIN),
    locations=(HEADQUARTERS,),
)
# Half as long to draw, for tests that ask nothing of tables.
BRIEF = replace(SUMMARY, licenses=(), services=(), sites=(), locations=())
