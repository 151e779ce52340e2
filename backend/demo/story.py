"""A story: an order as a seller sold it, and who did what to it how long ago."""

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zlib import crc32

from backend import clock
from backend.demo import acts
from backend.demo.acts import CUSTOMER, PARTNER, DemoAct
from backend.models.order import Audience, LicenseScope
from backend.models.service import ServiceKind
from backend.provisioning.access import Actor
from backend.provisioning.calling import LocationEntry
from backend.provisioning.new_order import NewOrder, SoldLicense

MEETINGS, CALLING, MESSAGING = ServiceKind.MEETINGS, ServiceKind.CALLING, ServiceKind.MESSAGING
_PER_SITE, _WIDE = LicenseScope.PER_SITE, LicenseScope.ORGANIZATION_WIDE
_BETWEEN = timedelta(minutes=2)  # from one page of the wizard to the next

Entry = tuple[timedelta, Actor, DemoAct]


@dataclass(frozen=True, slots=True)
class Seller:
    """Who sold an order: the integrator, whose name people see too, and the salesperson's address."""

    system: str
    email: str

    @property
    def actor(self) -> Actor:
        """The seller's system."""
        return acts.integrator(self.system)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """An order and its history. `placed` is how long ago; it starts `starts_in` days after that."""

    number: str
    company: str
    country: str
    contact: str
    seller: Seller
    placed: timedelta
    licenses: list[SoldLicense]
    acts: list[Entry] = field(default_factory=list)
    starts_in: int = 0
    offer: str = "Webex Suite"
    term: int = 36
    language: str = "en"
    domain: str | None = None
    administrator: str | None = None
    previous: str | None = None
    partner: str | None = None

    def new_order(self, at: datetime) -> NewOrder:
        """The order as it is placed at an instant."""
        return NewOrder(
            order_number=self.number,
            offer=self.offer,
            company_name=self.company,
            provisioning_contact_email=self.contact,
            requested_start_date=at.date() + timedelta(self.starts_in),
            seller_name=self.seller.system,
            seller_email=self.seller.email,
            term_months=self.term,
            licenses=self.licenses,
            country=self.country,
            customer_domain=self.domain,
            customer_admin_email=self.administrator,
            language=self.language,
            previous_organization_external_id=self.previous,
            partner_organization_external_id=self.partner,
        )

    def happened_ago(self, ago: timedelta) -> timedelta:
        """How long ago it really was: older things of an order happened at odd minutes of its own."""
        return ago + timedelta(minutes=crc32(self.number.encode()) % 53) if ago >= timedelta(days=1) else ago


def ago(text: str) -> timedelta:
    """A time before now, such as `4d 3h` or `12m`."""
    return sum((clock.parse_offset(part) for part in re.split(r"\s+", text.strip())), timedelta())


def suite(meetings: int = 0, calling: int = 0, messaging: int = 0, webinars: int = 0) -> list[SoldLicense]:
    """The licenses of a Webex Suite: units of each product, none of those with 0."""
    sold = [
        SoldLicense("Webex Meetings", MEETINGS, _PER_SITE, meetings),
        SoldLicense("Webex Webinars 1000", MEETINGS, _PER_SITE, webinars),
        SoldLicense("Webex Calling Professional", CALLING, _WIDE, calling),
        SoldLicense("Webex Messaging", MESSAGING, _WIDE, messaging),
    ]
    return [license for license in sold if license.total_units]


def mapped(
    since: str,
    who: Actor,
    partner: str,
    customer: str,
    domain: str | None,
    *,
    hand_over: bool = False,
) -> list[Entry]:
    """A partner maps the order to themselves and to a customer, whom they find by the domain, and confirms both."""
    played = [acts.choose_audience(Audience.CUSTOMER), acts.choose(PARTNER, partner)]
    if domain is not None:
        played.append(acts.find(CUSTOMER, domain))
    played += [acts.choose(CUSTOMER, customer), acts.confirm(hand_over=hand_over)]
    return in_sequence(since, who, *played)


def own(since: str, who: Actor, organization: str) -> list[Entry]:
    """Somebody maps the order to their own organization."""
    played = [acts.choose_audience(Audience.OWN_COMPANY), acts.choose(CUSTOMER, organization), acts.confirm()]
    return in_sequence(since, who, *played)


def meetings(since: str, who: Actor, zone: str, *sites: str, early: str = "") -> list[Entry]:
    """Somebody enters the sites, splits the licenses if there are several, and closes."""
    split = [acts.distribute()] if len(sites) > 1 else []
    return in_sequence(since, who, acts.save_sites(zone, *sites, early=early), *split, acts.close(MEETINGS))


def calling(since: str, who: Actor, headquarters: LocationEntry) -> list[Entry]:
    """Somebody enters the headquarters and closes."""
    return in_sequence(since, who, acts.save_location(headquarters), acts.close(CALLING))


def in_sequence(since: str, who: Actor, *played: DemoAct) -> list[Entry]:
    """Deeds of one person, a few minutes apart; the last one is as long ago as it says."""
    last = len(played) - 1
    return [(ago(since) + (last - index) * _BETWEEN, who, act) for index, act in enumerate(played)]
