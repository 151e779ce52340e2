"""More families about the order of candidates: each signal decides where those before it are equal."""

from tests.evaluation.families.registry import add, family, listed
from tests.evaluation.world import World


@family
def company_name_decides(world: World) -> None:
    """Among equals the order's company name decides, in whatever spelling and legal form."""
    company = world.company()
    group = []
    for name in (company.name, company.name + " Immobilien", company.name + " Stiftung"):
        organization = world.organization(name, company.country)
        world.domain(organization, company.domain, "verified")
        world.staff(organization, company.domain, 4, 3, 1)
        group.append((organization, name))
    top, name = world.pick(group)
    expected = listed(top, *(organization for organization, _ in group if organization != top))
    written = world.pick([name.upper() + " GMBH", name.replace(" ", "-") + ", Inc.", name + " S.A."])
    world.ask("company_name_decides", "customer", world.person(company.domain), expected, company=written)


@family
def deep_host(world: World) -> None:
    """Of a host and its parents, who proved the nearer one comes first."""
    company = world.company()
    whole = world.organization(company.name, company.country)
    branch = world.organization(company.name + " Labs", company.country)
    world.domain(whole, company.domain, "verified")
    world.domain(branch, "labs." + company.domain, "verified")
    world.staff(whole, company.domain, 30, 1)
    world.staff(branch, "labs." + company.domain, 2, 9)
    world.ask("deep_host", "customer", world.person("labs." + company.domain), listed(branch, whole))


@family
def activity_decides(world: World) -> None:
    """Two organizations proved the domain: the one that is alive, or was used last, comes first."""
    company = world.company()
    idle = [world.random.randrange(1, 20), world.pick([40, 200, 500])]
    top = world.organization(company.name, company.country, age=1200)
    other = world.organization(company.name + " Alt", company.country, age=1500)
    for organization, days in zip((top, other), idle, strict=True):
        world.domain(organization, company.domain, "verified")
        world.staff(organization, company.domain, world.random.randrange(2, 9), days, 5)
    world.ask("activity_decides", "customer", world.person(company.domain), listed(top, other))


@family
def proof_before_life(world: World) -> None:
    """Proof comes before life, also where the proved one sleeps."""
    company = world.company()
    asleep = add(world, company, idle=700, age=2000)
    busy = add(world, company, " Team", state=world.pick(["pending", None]), people=30, idle=1)
    world.ask("proof_before_life", "customer", world.person(company.domain), listed(asleep, busy))


@family
def life_before_claim(world: World) -> None:
    """Among those who proved it, life comes before the kind of proof."""
    company = world.company()
    asleep = add(world, company, state="claimed", idle=400, people=20, age=2000)
    alive = add(world, company, " Neu", state="verified", idle=300, people=1)
    world.ask("life_before_claim", "customer", world.person(company.domain), listed(alive, asleep))


@family
def parent_before_entered(world: World) -> None:
    """Who proved a parent comes before who only entered the domain itself, and claimed before verified."""
    company = world.company()
    host = "mail." + company.domain
    claimed = add(world, company, state="claimed", idle=80)
    verified = add(world, company, " Alt", idle=2)
    entered = add(world, company, " Team", state=None, people=0)
    world.domain(entered, host, "pending")
    world.staff(entered, host, 30, 1)
    world.ask("parent_before_entered", "customer", world.person(host), listed(claimed, verified, entered))


@family
def nearer_parent(world: World) -> None:
    """The tier counts before who is busier: exactly the domain before its parent."""
    company = world.company()
    host = "labs." + company.domain
    near = add(world, company, " Labs", state=None, people=2, idle=70)
    world.domain(near, host, "verified")
    far = add(world, company, state="claimed", people=30, idle=1)
    world.ask("nearer_parent", "customer", world.person(host), listed(near, far))


@family
def likely_wrong_last(world: World) -> None:
    """Of two that sleep without proof of this domain, the one with proof of another comes first."""
    company, other = world.company(), world.company()
    wrong = add(world, company, state="pending", idle=400, age=2000)
    asleep = add(world, company, " Alt", state="pending", idle=900, age=2000)
    world.domain(asleep, other.domain, "verified")
    world.ask("likely_wrong_last", "customer", world.person(company.domain), listed(asleep, wrong))


@family
def on_the_border_of_a_year(world: World) -> None:
    """365 days are alive, 366 asleep, counted from the later of latest activity and creation."""
    company = world.company()
    asleep = add(world, company, idle=366, people=1, age=900)
    idle, people, age = world.pick([(365, 1, 900), (0, 0, 365), (700, 1, 365)])
    alive = add(world, company, " Neu", idle=idle, people=people, age=age)
    expected = listed(alive, asleep)
    world.ask("on_the_border_of_a_year", "customer", world.person(company.domain), expected, company=company.name)


@family
def class_before_name(world: World) -> None:
    """Who was active more lately, by class, comes before the order's name and country."""
    company = world.company("DE")
    lately, earlier = world.pick([(29, 30), (89, 90), (3, 60), (40, 300)])
    first = add(world, company, " Ost", idle=lately, people=1)
    namesake = add(world, company, idle=earlier, people=9)
    expected = listed(first, namesake)
    order = {"company": company.name, "country": "DE"}
    world.ask("class_before_name", "customer", world.person(company.domain), expected, **order)


@family
def name_before_country(world: World) -> None:
    """The order's company name comes before its country, both before the latest activity."""
    company = world.company("DE")
    neighbour = add(world, company, " Nord", idle=2, people=20, country="AT")
    namesake = add(world, company, idle=9, country="FR")
    compatriot = add(world, company, " Ost", idle=5)
    expected = listed(namesake, compatriot, neighbour)
    order = {"company": company.name.upper(), "country": "DE"}
    world.ask("name_before_country", "customer", world.person(company.domain), expected, **order)


@family
def country_before_day(world: World) -> None:
    """The order's country comes before the latest activity."""
    company = world.company("DE")
    other = add(world, company, " Nord", idle=1, people=20, country="AT")
    compatriot = add(world, company, " Ost", idle=9)
    world.ask("country_before_day", "customer", world.person(company.domain), listed(compatriot, other), country="DE")


@family
def day_before_users(world: World) -> None:
    """The latest activity, by day, comes before the number of active users; tomorrow's counts as today's."""
    company = world.company()
    lately, earlier = world.pick([(1, 2), (0, 1), (-1, 1), (10, 11)])
    many = add(world, company, " Nord", idle=earlier, people=20, spread=1, age=1500)
    first = add(world, company, " Ost", idle=lately, people=1)
    world.ask("day_before_users", "customer", world.person(company.domain), listed(first, many))


@family
def users_before_age(world: World) -> None:
    """More active users come before an older organization; who was not seen for 30 days is not active."""
    company = world.company()
    older = add(world, company, " Nord", idle=2, people=3, spread=1, age=1500)
    for number in range(20):
        world.user(older, f"seldom{number}@{company.domain}", 30)
    first = add(world, company, " Ost", idle=2, people=4, spread=1)
    world.ask("users_before_age", "customer", world.person(company.domain), listed(first, older))


@family
def age_before_name(world: World) -> None:
    """The older organization comes before the alphabet."""
    company = world.company()
    second = add(world, company, " Nord", idle=2, people=1, age=900)
    first = add(world, company, " Ost", idle=2, people=1, age=901)
    world.ask("age_before_name", "customer", world.person(company.domain), listed(first, second))


@family
def name_at_last(world: World) -> None:
    """The name decides among those of one day."""
    company = world.company()
    second = add(world, company, " West", idle=2, people=1)
    first = add(world, company, " Ost", idle=2, people=1)
    world.ask("name_at_last", "customer", world.person(company.domain), listed(first, second))


@family
def same_in_everything(world: World) -> None:
    """Where all else is equal, the external id decides."""
    company = world.company()
    pair = [add(world, company, idle=2, people=1) for _ in range(2)]
    first, second = sorted(pair, key=str)
    world.ask("same_in_everything", "customer", world.person(company.domain), listed(first, second))


@family
def mailboxes_first(world: World) -> None:
    """Who knows the mailbox without its tag comes before any proof of the domain, and is not preselected."""
    company, other = world.company(), world.company()
    bystander = add(world, company, " Group", state="claimed", people=20, idle=1)
    employer = add(world, other, idle=200, age=2000)
    email = world.person(company.domain)
    world.user(employer, email, 390)
    tagged = email.replace("@", f"+{world.root()}@")
    world.ask("mailboxes_first", "customer", tagged, listed(employer, bystander))


@family
def two_accounts_first(world: World) -> None:
    """Those who know the address come before who claimed its domain, the livelier of them first."""
    company, other = world.company(), world.company()
    bystander = add(world, company, " Group", state="claimed", people=20, idle=1)
    second = add(world, other, " Alt", state=None, idle=91)
    first = add(world, other, idle=40)
    email = world.person(company.domain)
    for organization in (first, second):
        world.user(organization, email, 95)
    world.ask("two_accounts_first", "customer", email, listed(first, second, bystander))
