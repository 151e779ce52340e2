"""What is asked of the organization finder, made ready, and what was found for it: the words of its rule."""

from datetime import date, datetime
from enum import IntEnum, StrEnum

import msgspec

from backend.models.organization import FinderSlot, OrganizationType


class Reason(StrEnum):
    """Why nothing matches."""

    NO_MATCH = "NO_MATCH"
    FREE_MAIL = "FREE_MAIL"
    DISPOSABLE = "DISPOSABLE"
    PUBLIC_SUFFIX = "PUBLIC_SUFFIX"
    WRONG_TYPE = "WRONG_TYPE"
    INVALID_ADDRESS = "INVALID_ADDRESS"
    UNKNOWN_SUFFIX = "UNKNOWN_SUFFIX"
    SHARED_DOMAIN = "SHARED_DOMAIN"
    SUSPENDED = "SUSPENDED"


class Proof(IntEnum):
    """How an organization is tied to a domain, best first."""

    CLAIMED = 1
    VERIFIED = 2
    PENDING = 3
    OBSERVED = 4

    @property
    def proven(self) -> bool:
        """Whether the domain is verified or claimed."""
        return self <= Proof.VERIFIED


class Profile(msgspec.Struct, frozen=True):
    """What the finder knows about an organization that is active and no consumer pool.

    `domains` are the verified and claimed ones, claimed first; None where they are not known and have to be looked up.
    """

    id: int
    external_id: str
    display_name: str
    canonical_name: str
    is_partner: bool
    is_customer: bool
    country: str
    business_vertical: str | None
    created_at: datetime
    active_users: int
    latest_activity_on: date | None
    has_proven_domain: bool
    domains: tuple[tuple[str, Proof], ...] | None = None

    @property
    def reference_on(self) -> date:
        """The later of latest activity and creation, as a day: activity is known by the day only."""
        created = self.created_at.date()
        return max(created, self.latest_activity_on) if self.latest_activity_on else created


class Hit(msgspec.Struct, frozen=True):
    """An organization tied to a domain of the question, read from one slot of the index."""

    organization: Profile
    domain: str
    proof: Proof
    slot: FinderSlot


class Reach(msgspec.Struct, frozen=True, kw_only=True):
    """A domain made ready: whom it can lead to.

    `hosts` is its chain, nearest first; empty when it can't lead to anybody, `reason` then says why. `proven_only`: the
    domain itself is no company's by the lists, so only who proved exactly it is found. `shared` is what support says:
    True, nobody's unless proved; False, one company's however many use it; None, as its users tell.
    """

    domain: str
    hosts: tuple[str, ...] = ()
    reason: Reason = Reason.NO_MATCH
    proven_only: bool = False
    shared: bool | None = None


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """A question made ready: normalised, its domains judged.

    `contact` is the domain of the address; `order` are those that the order names for its customer, best first, empty
    unless a customer's order looks for its customer, as `for_customer` says.
    """

    based_on: str
    contact: Reach
    order: tuple[Reach, ...] = ()
    for_customer: bool = False
    company_name: str | None = None  # as the order has it
    types: frozenset[OrganizationType]
    company: str | None = None  # canonical
    country: str | None = None
    excluded_id: int | None = None
    order_domain: str | None = None  # which domain of its customer the order names

    def is_namesake(self, organization: Profile) -> bool:
        """Whether it has the order's company name and country."""
        same = (organization.canonical_name, organization.country) == (self.company, self.country)
        return bool(self.company and self.country) and same


class Findings(msgspec.Struct, frozen=True, kw_only=True):
    """What the look-ups found for a case, eligible or not."""

    named: Profile | None = None
    same_mailbox: tuple[Profile, ...] = ()
    untagged_mailbox: tuple[Profile, ...] = ()
    hits: tuple[Hit, ...] = ()
    order_hits: tuple[tuple[Hit, ...], ...] = ()  # for each domain that the order names
    namesakes: tuple[Profile, ...] = ()  # of the order's company and country
    remembered: Profile | None = None  # the partner of the contact's last order
    administered: tuple[Profile, ...] = ()  # customers that the contact administers for a partner
    suspended: tuple[Profile, ...] = ()  # what would have matched
    crowded: frozenset[str] = frozenset()  # domains that users of organizations of four or more names have
    proved_order_domain: frozenset[int] = frozenset()  # of those that have the address
    look_alikes: frozenset[str] = frozenset()  # domains of hits that only resemble the question's
    mixes_scripts: bool = False
