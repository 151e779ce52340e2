"""More families of the same kind, of which the worked examples do not speak: the finder has to hold there too."""

from tests.evaluation.families import FAMILIES, family, listed, none
from tests.evaluation.world import FREE, Expected, World

_SEEN = frozenset(FAMILIES)


@family
def merged_org(world: World) -> None:
    """A merged organization stands for its survivor, for its users and for its domains, also over two mergers."""
    old, new = world.company(), world.company()
    between = None
    survivor = world.organization(new.name, new.country)
    if world.random.random() < 0.5:
        between = world.organization(old.name + " Holding", old.country, status="merged", merged_into=survivor)
    merged = world.organization(old.name, old.country, status="merged", merged_into=between or survivor)
    world.domain(merged, old.domain, world.pick(["verified", "claimed"]))
    world.domain(survivor, new.domain, "claimed")
    world.staff(survivor, new.domain, 5)
    email = world.person(old.domain)
    world.user(merged, email, 30)
    if world.random.random() < 0.5:
        world.ask("merged_org", "customer", email, Expected("exact", survivor, forbid=(merged,)))
    else:
        world.ask("merged_org", "customer", world.person(old.domain), listed(survivor, forbid=(merged,)))


@family
def consumer_pool(world: World) -> None:
    """The pool that collects private users is nobody's organization."""
    company = world.company()
    pool = world.organization("Consumers", "US", pool=True)
    world.domain(pool, company.domain, "pending")
    email = world.person(company.domain)
    world.user(pool, email, 1)
    world.staff(pool, company.domain, 5)
    world.ask("consumer_pool", "customer", email, none(pool))


@family
def reseller_users(world: World) -> None:
    """A reseller's people sit in its customers' organizations; their domain leads to the reseller only."""
    reseller = world.company()
    partner = world.organization(reseller.name, reseller.country, ["partner"])
    world.domain(partner, reseller.domain, world.pick(["verified", "claimed"]))
    world.staff(partner, reseller.domain, 6)
    customers = []
    for _ in range(world.random.randrange(2, 5)):
        company = world.company()
        customer = world.organization(company.name, company.country)
        world.staff(customer, reseller.domain, 2)
        world.staff(customer, company.domain, world.random.randrange(0, 3))
        customers.append(customer)
    email = world.person(reseller.domain)
    if world.random.random() < 0.5:
        world.ask("reseller_users", "partner", email, listed(partner, forbid=tuple(customers)))
    else:
        world.ask("reseller_users", "customer", email, none(partner, *customers))


@family
def observed_minority(world: World) -> None:
    """A few guests make a domain nobody's."""
    company, guest = world.company(), world.company()
    organization = world.organization(company.name, company.country)
    world.staff(organization, company.domain, 9)
    world.staff(organization, guest.domain, 3)
    world.ask("observed_minority", "customer", world.person(guest.domain), none(organization))


@family
def same_mailbox_twice(world: World) -> None:
    """The address is a user of two organizations: a list, none preselected."""
    company = world.company()
    first = world.organization(company.name, company.country)
    second = world.organization(company.name + " Lab", company.country)
    bystander = world.organization(company.name + " Group", company.country)
    world.domain(bystander, company.domain, "claimed")
    world.domain(first, company.domain, "verified")
    email = world.person(company.domain)
    for organization in (first, second):
        world.user(organization, email, 2)
    world.ask("same_mailbox_twice", "customer", email, listed(first, second, bystander))


@family
def former_user(world: World) -> None:
    """An inactive or deleted user proves nothing: the domain decides."""
    company = world.company()
    organization = world.organization(company.name, company.country)
    world.domain(organization, company.domain, "claimed")
    world.staff(organization, company.domain, 4)
    email = world.person(company.domain)
    world.user(organization, email, 4, status=world.pick(["inactive", "deleted"]))
    world.ask("former_user", "customer", email, listed(organization))


@family
def renewal(world: World) -> None:
    """The organization that the order renews comes first, also on free mail."""
    company = world.company()
    renewed = world.organization(company.name, company.country)
    world.staff(renewed, world.company().domain, 3, 200)
    domain = company.domain
    if world.random.random() < 0.5:
        domain = world.pick(FREE)
        expected = listed(renewed)
    else:
        other = world.organization(company.name + " New", company.country)
        world.domain(other, domain, "claimed")
        world.staff(other, domain, 9)
        expected = listed(renewed, other)
    world.ask("renewal", "customer", world.person(domain), expected, previous_org=str(renewed))


@family
def sibling_domain(world: World) -> None:
    """Who has a sibling or a child of the domain is not meant."""
    company = world.company()
    organization = world.organization(company.name, company.country)
    world.domain(organization, "eu." + company.domain, "claimed")
    world.staff(organization, "eu." + company.domain, 5)
    email = world.person(world.pick(["us." + company.domain, company.domain]))
    world.ask("sibling_domain", "customer", email, none(organization))


@family
def other_suffix(world: World) -> None:
    """The same name under another suffix is somebody else."""
    company = world.company("DE")
    organization = world.organization(company.name, "DE")
    world.domain(organization, company.label + ".de", "claimed")
    world.staff(organization, company.label + ".de", 4)
    world.ask("other_suffix", "customer", world.person(company.label + ".fr"), none(organization))


@family
def tenant_suffix(world: World) -> None:
    """Tenants of a platform are strangers to each other."""
    suffix = world.pick(["onmicrosoft.com", "mail.onmicrosoft.com", "sharepoint.com", "zendesk.com", "atlassian.net"])
    company = world.company()
    organization = world.organization(company.name, company.country)
    world.domain(organization, f"{company.label}.{suffix}", "verified")
    world.staff(organization, f"{company.label}.{suffix}", 4)
    if world.random.random() < 0.5:
        world.ask("tenant_suffix", "customer", world.person(f"{company.label}.{suffix}"), listed(organization))
    else:
        world.ask("tenant_suffix", "customer", world.person(f"{world.root()}.{suffix}"), none(organization))


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
def free_mail_subdomain(world: World) -> None:
    """A host below a free-mail domain is free mail, whoever claims it."""
    domain, company = "vip." + world.pick(FREE), world.company()
    organization = world.organization(company.name, company.country)
    world.domain(organization, domain, "verified")
    world.staff(organization, domain, 3)
    world.ask("free_mail_subdomain", "customer", world.person(domain), none(organization))


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


UNSEEN = frozenset(FAMILIES) - _SEEN
