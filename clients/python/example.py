"""An order from its placing to COMPLETED, by two programs: a seller's and a partner's.

CONTROL_HUB (such as http://127.0.0.1:8000), SELLER_TOKEN, PARTNER_TOKEN, PARTNER (the id of the partner's organization)
and PARTNER_DOMAIN (one of its domains) say where and as whom; the argument is the order number.
"""

import asyncio
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from os import environ
from uuid import uuid4

from control_hub_client import ControlHub
from control_hub_client.enums import Audience, LicenseScope, OrderStatus, OrganizationType, ServiceKind
from control_hub_client.input_types import (
    AddressInput,
    ChooseAudienceInput,
    ChooseOrganizationInput,
    ConfirmOrganizationsInput,
    CreateOrganizationInput,
    LicenseInput,
    PlaceOrderInput,
    SaveCallingLocationInput,
    SaveMeetingSitesInput,
    ServiceInput,
    SiteInput,
)


def connect(token: str) -> ControlHub:
    """A client that sends this token with everything."""
    address, authorization = environ["CONTROL_HUB"], {"Authorization": f"Bearer {token}"}
    return ControlHub(
        url=f"{address}/graphql",
        headers=authorization,
        ws_url=f"{address.replace('http', 'ws', 1)}/graphql",
        ws_connection_init_payload=authorization,
    )


def key() -> dict[str, str]:
    """A key of its own for a mutation: sent again after a time-out, it changes nothing more."""
    return {"Idempotency-Key": str(uuid4())}


async def place(seller: ControlHub, order_number: str) -> str:
    """Check the order, place it, and return its id."""
    order = PlaceOrderInput(
        order_number=order_number,
        offer="Webex Suite",
        company_name="Brandt Logistik",
        country="DE",
        term_months=36,
        provisioning_contact_email=f"lena.vogt@{environ['PARTNER_DOMAIN']}",
        requested_start_date=datetime.now(UTC).date(),
        seller_name="Cloud Sales",
        seller_email="orders@seller.example",
        partner_organization_external_id=environ["PARTNER"],
        licenses=[
            LicenseInput(
                name="Webex Meetings", service=ServiceKind.MEETINGS, scope=LicenseScope.PER_SITE, total_units=100
            ),
            LicenseInput(
                name="Webex Calling", service=ServiceKind.CALLING, scope=LicenseScope.ORGANIZATION_WIDE, total_units=80
            ),
        ],
    )
    check = (await seller.check_order(order)).check_order
    for finding in check.findings:
        print(f"{finding.severity.value}: {finding.message}")
    refuse(check.user_errors)
    placed = (await seller.place_order(order, headers=key())).place_order
    refuse(placed.user_errors)
    assert placed.order
    return placed.order.id


async def set_up(partner: ControlHub, id: str, site_name: str) -> None:
    """The organizations, then each service."""
    audience = ChooseAudienceInput(order_id=id, audience=Audience.CUSTOMER)
    refuse((await partner.choose_audience(audience, headers=key())).choose_audience.user_errors)
    found = await partner.search_organizations(id, OrganizationType.PARTNER, environ["PARTNER_DOMAIN"])
    [own, *_] = found.search_organizations.edges
    chosen = ChooseOrganizationInput(
        order_id=id, slot=OrganizationType.PARTNER, organization_id=own.node.organization.id
    )
    refuse((await partner.choose_organization(chosen, headers=key())).choose_organization.user_errors)
    customer = CreateOrganizationInput(
        order_id=id,
        slot=OrganizationType.CUSTOMER,
        company_name="Brandt Logistik",
        business_vertical="OTHER",
        country="DE",
    )
    refuse((await partner.create_organization(customer, headers=key())).create_organization.user_errors)
    organizations = ConfirmOrganizationsInput(order_id=id)
    confirmed = (await partner.confirm_organizations(organizations, headers=key())).confirm_organizations
    refuse(confirmed.user_errors)
    assert confirmed.order
    services = {service.kind: service.id for service in confirmed.order.services}
    sites = SaveMeetingSitesInput(
        service_id=services[ServiceKind.MEETINGS],
        sites=[SiteInput(site_name=site_name, time_zone="Europe/Berlin", early_release=False)],
    )
    refuse((await partner.save_meeting_sites(sites, headers=key())).save_meeting_sites.user_errors)
    location = SaveCallingLocationInput(
        service_id=services[ServiceKind.CALLING],
        name="Headquarters",
        time_zone="Europe/Berlin",
        preferred_language="de_DE",
        announcement_language="de_DE",
        address=AddressInput(address_1="Hauptstr. 1", city="Berlin", postal_code="10115", country="DE"),
    )
    refuse((await partner.save_calling_location(location, headers=key())).save_calling_location.user_errors)
    for kind in (ServiceKind.MEETINGS, ServiceKind.CALLING):
        submitted = await partner.submit_service(ServiceInput(service_id=services[kind]), headers=key())
        refuse(submitted.submit_service.user_errors)


async def finish(partner: ControlHub, id: str) -> None:
    """Watch the order until it is completed."""
    async for change in partner.watch_order(id):
        order = change.order_changed
        print(order.status.value, {service.kind.value: service.progress for service in order.services})
        if order.status == OrderStatus.COMPLETED:
            return
        for service in order.services:
            if service.failure:
                sys.exit(f"{service.kind.value} failed: {service.failure}")


def refuse(user_errors: Sequence[object]) -> None:
    """End if something was refused."""
    if user_errors:
        sys.exit("\n".join(str(error) for error in user_errors))


async def main(order_number: str) -> None:
    """Place an order, set it up and wait until it is completed."""
    async with connect(environ["SELLER_TOKEN"]) as seller, connect(environ["PARTNER_TOKEN"]) as partner:
        id = await place(seller, order_number)
        due = (await partner.what_is_due(id)).order
        assert due
        print("Due:", *(one.message for one in due.requirements.currently_due))
        await set_up(partner, id, f"brandt-{order_number.lower()}")
        await finish(partner, id)
        print((await partner.get_order(id)).model_dump_json())


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
