"""The product in the test's own process, on a real database, used through its API; time passes when a test says so."""

import re
from contextlib import AsyncExitStack
from datetime import date, datetime, timedelta
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote

import httpx2
from starlette.applications import Starlette

from backend import clock
from backend.connectors.sandbox import Sandbox
from backend.models.organization import Organization
from backend.models.outbox import EmailMessage, EmailState
from backend.models.person import SupportPerson
from backend.provisioning import tokens
from backend.settings import settings
from backend.worker.loop import Worker
from tests.api import Caller
from tests.provisioning.finder.world import load_rows

LICENSES = [
    {"name": "Webex Meetings", "service": "MEETINGS", "scope": "PER_SITE", "totalUnits": 100},
    {"name": "Webex Calling", "service": "CALLING", "scope": "ORGANIZATION_WIDE", "totalUnits": 80},
    {"name": "Webex Messaging", "service": "MESSAGING", "scope": "ORGANIZATION_WIDE", "totalUnits": 100},
]
ADDRESS = {"address1": "Hauptstr. 1", "city": "Berlin", "postalCode": "10115", "country": "DE"}


class Product:
    """The product, its worker (which works when told) and its mailbox."""

    def __init__(self, application: Starlette) -> None:
        self.application = application
        self.worker = Worker(settings(), connector=Sandbox(usual=0, slow=0.2))
        self.moved = timedelta()
        self._stack = AsyncExitStack()
        self._orders = 0

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        await self._stack.aclose()

    # ---------------------------------------------------------------- time

    def later(self, **time: float) -> None:
        """Let time pass."""
        self.moved += timedelta(**time)
        clock.set_offset(self.moved)

    @property
    def now(self) -> datetime:
        """The time as the product sees it."""
        return clock.now()

    # ---------------------------------------------------------------- callers

    def browser(self, *, language: str = "en", token: str = "", address: str = "127.0.0.1") -> Caller:
        """A browser without cookies, or a program with a token, at an address of the network."""
        transport = httpx2.ASGITransport(self.application, raise_app_exceptions=False, client=(address, 50_000))
        http = httpx2.AsyncClient(transport=transport, base_url="http://testserver")
        self._stack.push_async_callback(http.aclose)
        return Caller(http, token=token, language=language)

    async def integrator(self, name: str, *scopes: str) -> Caller:
        """A program with a token of these scopes; a seller's by default."""
        wanted = list(scopes) or ["orders:read", "orders:write"]
        return self.browser(token=await tokens.create(name, wanted, clock.now()))

    async def program(self, organization: str, *scopes: str) -> Caller:
        """A program with a token of an organization, which is named by its id in the directory."""
        wanted = list(scopes) or ["orders:read", "orders:write", "organizations:read"]
        owner = await Organization.get(external_id=organization)
        made_by = f"admin@{organization.lower()}.example"
        token = await tokens.create("Sync", wanted, clock.now(), organization_id=owner.id, created_by=made_by)
        return self.browser(token=token)

    async def signed_in(self, email: str) -> Caller:
        """A browser in which a person has signed in by mailbox code."""
        browser = self.browser()
        assert (await browser.do("requestSignIn", email=email)).payload["accepted"]
        answer = await browser.do("signIn", email=email, code=await self.code(email))
        assert not answer.refused
        return browser

    async def support(self, email: str = "help@controlhub.example") -> Caller:
        """A signed-in support person."""
        await SupportPerson.get_or_create(email_key=email, defaults={"email": email, "since": clock.now()})
        return await self.signed_in(email)

    async def opened(self, email: str) -> Caller:
        """A browser in which a person has opened the newest link in their mailbox."""
        browser = self.browser()
        answer = await browser.do("openSetupLink", token=await self.link(email))
        assert not answer.refused, answer
        return browser

    # ---------------------------------------------------------------- mail

    async def deliver(self) -> None:
        """Deliver all mail that is due."""
        while await self.worker.renew_one() or await self.worker.keep_one() or await self.worker.deliver_one():
            pass
        assert not await EmailMessage.filter(state=EmailState.FAILED).values("kind", "last_reply")

    async def mails(self, to: str | None = None, kind: str | None = None) -> list[Any]:
        """The mails that arrived, newest first."""
        await self.deliver()
        found = (await self.browser().get(f"/dev/mailbox/messages.json?to={quote(to or '')}")).json()
        return [mail for mail in found if to in {None, mail["to"]} and kind in {None, mail["kind"]}]

    async def link(self, to: str) -> str:
        """The token of the newest setup link that somebody got."""
        links = [link for mail in await self.mails(to) for link in mail["links"] if "/setup#" in link]
        return str(links[0]).partition("#")[2]

    async def code(self, to: str) -> str:
        """The newest code that somebody got."""
        mails = await self.mails(to, "SIGN_IN_CODE")
        found = re.findall(r"\b\d{6}\b", mails[0]["text"])
        assert len(found) == 1
        return str(found[0])

    # ---------------------------------------------------------------- orders

    def order_input(self, **changes: Any) -> dict[str, Any]:
        """An order as a seller sends it, each with a number of its own."""
        self._orders += 1
        return {
            "orderNumber": f"W-{self._orders:04}",
            "offer": "Webex Suite",
            "companyName": "Acme",
            "country": "DE",
            "provisioningContactEmail": "pat@partner.example",
            "requestedStartDate": clock.today().isoformat(),
            "sellerName": "Cloud Sales",
            "sellerEmail": "orders@seller.example",
            "termMonths": 12,
            "licenses": LICENSES,
        } | changes

    async def place(self, seller: Caller | None = None, **changes: Any) -> Any:
        """Place an order; the order as its seller sees it."""
        seller = seller or await self.integrator("cloud-sales")
        return (await seller.do("placeOrder", **self.order_input(**changes))).order

    async def mapped(self, email: str = "pat@acme.example", **changes: Any) -> tuple[Caller, Any]:
        """An order for the contact's own, newly created company, ready for service setup; and its contact."""
        placed = await self.place(provisioningContactEmail=email, **changes)
        contact, id = await self.opened(email), placed["id"]
        await contact.do("chooseAudience", orderId=id, audience="OWN_COMPANY")
        await create(contact, id, "CUSTOMER", "Acme")
        return contact, (await contact.do("confirmOrganizations", orderId=id)).order

    async def provision(self) -> None:
        """Carry out all provisioning steps that are due."""
        while await self.worker.provision_one():
            pass

    # ---------------------------------------------------------------- organizations

    async def directory(self) -> None:
        """Two partners and two customers, each with an administrator `admin@` its domain and a user `user@` it."""
        rows: list[dict[str, object]] = []
        for name, role in (("North", "partner"), ("South", "partner"), ("Globex", "customer"), ("Initech", "customer")):
            domain, day = f"{name.lower()}.example", (clock.today() - date(1970, 1, 1)).days
            rows += [
                {"type": "org", "id": name, "name": name, "country": "DE", "roles": [role], "status": "active"}
                | {"merged_into": None, "consumer_pool": False, "created_day": day - 400},
                {"type": "domain", "org": name, "domain": domain, "state": "claimed"},
            ]
            for local in ("admin", "user"):
                user = {"type": "user", "org": name, "email": f"{local}@{domain}", "status": "active"}
                rows.append(user | {"admin": local == "admin", "last_active_day": day - 1})
        await load_rows(rows, clock.now())

    async def choosing(self, email: str = "user@north.example", **changes: Any) -> tuple[Caller, str]:
        """A partner's order for a customer, before its organizations are chosen; its contact and its id."""
        id = (await self.place(provisioningContactEmail=email, **changes))["id"]
        contact = await self.opened(email)
        assert not (await contact.do("chooseAudience", orderId=id, audience="CUSTOMER")).refused
        return contact, id

    async def reviewing(self, email: str = "user@north.example", **changes: Any) -> tuple[Caller, str]:
        """A partner's order for Globex, ready to be confirmed; its contact and its id."""
        contact, id = await self.choosing(email, **changes)
        await choose(contact, id, "PARTNER", "north.example")
        await choose(contact, id, "CUSTOMER", "globex.example")
        return contact, id

    async def partnered(self, email: str = "user@north.example", **changes: Any) -> tuple[Caller, Any]:
        """A partner's order for Globex, ready for service setup; its contact and the order."""
        contact, id = await self.reviewing(email, **changes)
        return contact, (await contact.do("confirmOrganizations", orderId=id)).order


async def search(caller: Caller, id: str, slot: str, domain: str) -> list[Any]:
    """The organizations that a search for an order finds."""
    query = """query ($id: ID!, $slot: OrganizationType!, $domain: String!) {
      searchOrganizations(orderId: $id, slot: $slot, domain: $domain) {
        edges { node { organization { id displayName } } }
      }
    }"""
    found = await caller.ask(query, id=id, slot=slot, domain=domain)
    return [edge["node"]["organization"] for edge in found["searchOrganizations"]["edges"]]


async def choose(caller: Caller, id: str, slot: str, domain: str) -> Any:
    """Choose the organization of a domain for an order; the order."""
    [found] = await search(caller, id, slot, domain)
    return (await caller.do("chooseOrganization", orderId=id, slot=slot, organizationId=found["id"])).order


async def create(caller: Caller, id: str, slot: str, name: str) -> Any:
    """Create an organization for an order; the order."""
    new = {"companyName": name, "businessVertical": "OTHER", "country": "DE"}
    return (await caller.do("createOrganization", orderId=id, slot=slot, **new)).order


def service(order: Any, kind: str) -> Any:
    """The order's service of this kind."""
    return next(found for found in order["services"] if found["kind"] == kind)


def sites(*names: str, early: bool = False) -> list[dict[str, object]]:
    """Sites as entered."""
    return [{"siteName": name, "timeZone": "Europe/Berlin", "earlyRelease": early} for name in names]


def location(name: str = "Headquarters", **changes: Any) -> dict[str, Any]:
    """A location as entered."""
    language = {"preferredLanguage": "de_DE", "announcementLanguage": "de_DE"}
    return {"name": name, "timeZone": "Europe/Berlin", **language, "address": ADDRESS} | changes
