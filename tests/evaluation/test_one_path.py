"""The wizard, the search and the explanation for support answer alike: one rule, asked in three ways."""

from dataclasses import dataclass, field

from tests.api import Caller
from tests.evaluation.answer import MATCH
from tests.evaluation.product import explain
from tests.evaluation.world import Expected, Query, Slot
from tests.product import Product
from tests.provisioning.finder.world import World

_WIZARD = f"""query ($id: ID!, $slot: OrganizationType!) {{
  order(id: $id) {{ organizationMatch(slot: $slot) {{ ...M }} }}
}}
{MATCH}"""
_SEARCH = f"""query ($id: ID!, $slot: OrganizationType!, $domain: String!) {{
  searchOrganizations(orderId: $id, slot: $slot, domain: $domain) {{ basedOn reason edges {{ node {{ ...C }} }} }}
}}
{MATCH[MATCH.index("fragment C") :]}"""


NEW: dict[str, str] = {"company": "Nobody"}


@dataclass(frozen=True)
class Case:
    """A contact's address, the place on the order and what the order says; and who has to be shown."""

    email: str
    shown: list[str]
    slot: Slot = "customer"
    order: dict[str, str] = field(default_factory=dict)
    by_domain: bool = False  # nothing but the domain leads to them, as in a search


CASES = [
    Case("ann@acme.com", ["Acme"]),
    Case("bob@services.com", ["Services"], slot="partner", by_domain=True),
    Case("bob@services.com", [], by_domain=True),
    Case("bob@acme.com", ["Acme", "Berlin", "Trial"], by_domain=True),
    Case("bob@mail.acme.com", ["Acme"], order={"company": "Acme Inc.", "country": "DE"}, by_domain=True),
    Case("ann+webex@acme.com", ["Acme", "Berlin", "Trial"]),
    Case("bob@acme.com", ["Trial", "Acme", "Berlin"], order={"previous_org": "Trial"}),
    Case("bob@acme.com", ["Acme", "Berlin", "Trial"], order={"audience": "OWN_COMPANY"}, by_domain=True),
    Case("bob@both.com", [], order={"partner_org": "Both"}, by_domain=True),
    Case("bob@both.com", ["Both"], order={"partner_org": "Both", "audience": "OWN_COMPANY"}, by_domain=True),
    Case("bob@both.com", ["Both"], slot="partner", order={"partner_org": "Both"}),
    Case("bob@gmail.com", [], by_domain=True),
    Case("eve@alone.com", [], slot="partner"),
]


async def directory() -> None:
    """Acme in several pieces, and a company that is partner and customer."""
    world = World()
    world.organization("Trial", users=3, at="acme.com", seen=900, created=2400, country="AT")
    world.user("Trial", "eve@alone.com", seen=950)
    world.organization("Berlin", users=300, at="acme.com", seen=1)
    world.organization("Acme", claimed=["acme.com"], users=10, at="acme.com", seen=20)
    world.user("Acme", "ann@acme.com")
    world.organization("Both", claimed=["both.com"], roles=["partner", "customer"], users=2, at="both.com", seen=5)
    world.organization("Services", verified=["services.com"], roles=["partner"])
    world.organization("Client", users=2, at="services.com", seen=1)
    await world.load()


async def placed(product: Product, seller: Caller, case: Case) -> tuple[Caller, str]:
    """An order that asks what the case asks; its contact and its id."""
    order = NEW | case.order
    said = {_ORDER[name]: value for name, value in order.items() if name in _ORDER}
    id = (await product.place(seller, provisioningContactEmail=case.email, **{"country": None} | said))["id"]
    contact = await product.opened(case.email)
    await contact.do("chooseAudience", orderId=id, audience=order.get("audience", "CUSTOMER"))
    return contact, id


_ORDER = {
    "company": "companyName",
    "country": "country",
    "previous_org": "previousOrganizationExternalId",
    "partner_org": "partnerOrganizationExternalId",
}


async def test_the_wizard_the_search_and_the_explanation_answer_alike(product: Product, reader: Caller) -> None:
    await directory()
    seller = await product.integrator("cloud-sales")
    for case in CASES:
        contact, id = await placed(product, seller, case)
        slot = case.slot.upper()
        of_place = NEW if case.slot == "customer" else {}  # the company of the order is its customer
        asked = Query(0, "", case.slot, case.email, of_place | {"audience": "CUSTOMER"} | case.order, Expected("none"))
        explained = await explain(reader, asked)
        shown = [explained["organization"]] if explained["organization"] else explained["candidates"]
        assert [found["organization"]["externalId"] for found in shown] == case.shown
        assert (await contact.ask(_WIZARD, id=id, slot=slot))["order"]["organizationMatch"] == explained
        page = (await contact.ask(_SEARCH, id=id, slot=slot, domain=case.email))["searchOrganizations"]
        if case.by_domain:
            found = [edge["node"] for edge in page["edges"]]
            assert [hit for hit in found if "RELATED_DOMAIN" not in hit["flags"]] == shown
            assert (page["basedOn"], page["reason"]) == (explained["basedOn"], explained["reason"])
