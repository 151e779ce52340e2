"""Families about whose order it is, domains of everybody, proof against lists, names and suspended organizations."""

from tests.evaluation.families.registry import add, exact, family, listed, none
from tests.evaluation.world import Expected, World

# Names that real registers write in several ways.
_SPELLINGS = (
    ("株式会社{}", "{}", "JP"), ("{} A.Ş.", "{} Anonim Şirketi", "TR"), ("UAB {}", "{}, UAB", "LT"),
    ("{} S.A.P.I. de C.V.", "{}", "MX"), ("{} UG (haftungsbeschränkt)", "{} UG", "DE"), ("{} Pty Limited", "{}", "AU"),
    ("Müller {} GmbH", "Mueller {}", "DE"), ("Société {} SARL", "Societe {}", "FR"), ("A&B {} plc", "A & B {}", "GB"),
)  # fmt: skip


@family
def partners_person(world: World) -> None:
    """Whoever is in a customer only for its partner is no user of it: the order's domain leads."""
    company, earlier, partner = world.company(), world.company(), world.company()
    customer = add(world, company, state="claimed")
    administered = add(world, earlier, people=0)
    email = world.person(partner.domain)
    world.user(administered, email, 1, admin=True, for_partner=True)
    if world.random.random() < 0.5:
        world.ask("partners_person", "customer", email, listed(customer, administered), domain=company.domain)
    else:
        world.ask("partners_person", "customer", email, listed(administered))


@family
def contradicted(world: World) -> None:
    """A user of one organization is not exact where the order names another domain and company."""
    company, own = world.company(), world.company()
    customer, wrong = add(world, company, state="claimed"), add(world, own)
    email = world.person(own.domain)
    world.user(wrong, email, 1)
    other = {"domain": company.domain, "company": company.name}
    same = {"domain": company.domain, "company": own.name}
    asked, expected = world.pick([
        (other, listed(customer, wrong)), (same, exact(wrong)), ({"domain": own.domain}, exact(wrong)),
    ])  # fmt: skip
    world.ask("contradicted", "customer", email, expected, **asked)


@family
def order_names_company(world: World) -> None:
    """The order's company and country lead to it before the contact's own domain."""
    company, own = world.company(), world.company()
    customer, others = add(world, company, state=None), add(world, own, state="claimed")
    order = {"company": company.name, "country": company.country}
    world.ask("order_names_company", "customer", world.person(own.domain), listed(customer, others), **order)


@family
def seen_everywhere(world: World) -> None:
    """A domain of four names is nobody's, of three it may be somebody's, and a proof makes it somebody's."""
    domain, shops = f"{world.root()}.net", world.pick([3, 4, 9])
    ids = [world.organization(world.company().name, "DE") for _ in range(shops)]
    for organization in ids:
        world.staff(organization, domain, 1)
    owner = add(world, world.company(), people=0) if world.random.random() < 0.3 else None
    if owner:
        world.domain(owner, domain, "verified")
    few = Expected("candidates", include=tuple(ids))
    expected = listed(owner) if owner else few if shops < 4 else none(*ids)
    world.ask("seen_everywhere", "customer", world.person(domain), expected)


@family
def proof_beats_lists(world: World) -> None:
    """Who proved exactly a host that lists call nobody's is found there, and nowhere below."""
    host = f"{world.root()}.{world.pick(['telstra.com', 'comcast.net', 'gmx.de'])}"
    organization = add(world, world.company(), people=0, state=None)
    world.domain(organization, host, world.pick(["verified", "claimed"]))
    below = world.random.random() < 0.3
    email = world.person(f"mail.{host}" if below else host)
    world.ask("proof_beats_lists", "customer", email, none(organization) if below else listed(organization))


@family
def suspended_owner(world: World) -> None:
    """A suspended organization is never shown, also where the order names its domain."""
    company = world.company()
    suspended = add(world, company, state="claimed", status="suspended")
    email = world.person(world.pick([company.domain, world.company().domain]))
    world.ask("suspended_owner", "customer", email, none(suspended), domain=company.domain)


@family
def spellings_of_a_name(world: World) -> None:
    """One company however its name and legal form are written."""
    stored, asked, country = world.pick(_SPELLINGS)
    root = world.root()
    organization = world.organization(world.company().name, country)
    world.rows[-1]["name"] = stored.format(root.capitalize())
    order = {"company": asked.format(root.upper()), "country": country}
    world.ask("spellings_of_a_name", "customer", world.person(world.company().domain), listed(organization), **order)
