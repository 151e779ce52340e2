"""More families about who is eligible, and what ties an organization to a domain."""

from tests.evaluation.families.registry import add, exact, family, listed, none
from tests.evaluation.world import FREE, SLOTS, Expected, World


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
    platform = world.organization(company.name + " Cloud", company.country)
    world.domain(platform, suffix, "verified")
    if world.random.random() < 0.5:
        expected = listed(organization, forbid=(platform,))
        world.ask("tenant_suffix", "customer", world.person(f"{company.label}.{suffix}"), expected)
    else:
        world.ask("tenant_suffix", "customer", world.person(f"{world.root()}.{suffix}"), none(organization, platform))


@family
def free_mail_subdomain(world: World) -> None:
    """A host below a free-mail domain is free mail; who proved just this host is found, at hosts below it nobody."""
    domain, company = f"{world.root()}." + world.pick(FREE), world.company()
    organization = world.organization(company.name, company.country)
    state = world.pick(["pending", "verified"])
    world.domain(organization, domain, state)
    world.staff(organization, domain, 3)
    below = world.random.random() < 0.3
    asked = world.person(f"mail.{domain}" if below else domain)
    found = state == "verified" and not below
    world.ask("free_mail_subdomain", "customer", asked, listed(organization) if found else none(organization))


@family
def merged_twice_known(world: World) -> None:
    """Who is a user of a merged organization and of its survivor is a user of one."""
    company = world.company()
    survivor = add(world, company)
    merged = add(world, company, " Alt", status="merged", merged_into=survivor)
    email = world.person(company.domain)
    world.user(survivor, email, 4)
    world.user(merged, email, 90)
    world.ask("merged_twice_known", "customer", email, exact(survivor, merged))


@family
def merged_into_nobody(world: World) -> None:
    """Whoever was merged into a suspended or deleted organization went with it."""
    company = world.company()
    survivor = world.organization(company.name, company.country, status=world.pick(["suspended", "deleted"]))
    merged = add(world, company, " Alt", state="claimed", status="merged", merged_into=survivor)
    email = world.person(company.domain)
    world.user(merged, email, 2)
    asked = world.pick([email, world.person(company.domain)])
    world.ask("merged_into_nobody", "customer", asked, none(survivor, merged))


@family
def user_of_the_pool_too(world: World) -> None:
    """The pool does not count among the organizations of an address."""
    company = world.company()
    organization = add(world, company)
    pool = world.organization("Consumers", "US", pool=True)
    email = world.person(company.domain)
    for member in (organization, pool):
        world.user(member, email, 2)
    world.ask("user_of_the_pool_too", "customer", email, exact(organization, pool))


@family
def user_who_moved(world: World) -> None:
    """An account that ended elsewhere takes nothing from the one that lives."""
    company = world.company()
    former = add(world, company, " Alt", state="claimed")
    organization = world.organization(company.name, company.country)
    email = world.person(company.domain)
    world.user(former, email, 1, status=world.pick(["inactive", "deleted"]))
    world.user(organization, email, 300)
    world.ask("user_who_moved", "customer", email, exact(organization))


@family
def both_types(world: World) -> None:
    """An organization of both types fits both places."""
    company = world.company()
    organization = add(world, company, roles=["customer", "partner"])
    email = world.person(company.domain)
    role = world.pick(SLOTS)
    if world.random.random() < 0.5:
        world.user(organization, email, 2)
        world.ask("both_types", role, email, exact(organization))
    else:
        world.ask("both_types", role, email, listed(organization))


@family
def not_the_orders_partner(world: World) -> None:
    """The partner that the order names is not its customer, whatever else speaks for it."""
    company = world.company()
    partner = add(world, company, state="claimed", roles=["customer", "partner"])
    email = world.person(company.domain)
    expected = none(partner)
    if world.random.random() < 0.5:
        world.user(partner, email, 1)
    if world.random.random() < 0.5:
        customer = add(world, company, " Filiale")
        expected = listed(customer, forbid=(partner,))
    world.ask("not_the_orders_partner", "customer", email, expected, partner_org=str(partner))


@family
def named_partner(world: World) -> None:
    """The partner that the order names comes first in the partner's place, though its domain is another."""
    company, other = world.company(), world.company()
    partner = add(world, company, roles=["partner"], idle=100)
    rival = add(world, other, roles=["partner"], state="claimed")
    expected = listed(partner, rival)
    world.ask("named_partner", "partner", world.person(other.domain), expected, partner_org=str(partner))


@family
def renewal_of_nobody(world: World) -> None:
    """A renewed organization that is gone, of the other type or the pool is no candidate."""
    company, other = world.company(), world.company()
    kind = world.pick(["suspended", "deleted", "partner", "pool"])
    renewed = add(
        world, company, roles=["partner"] if kind == "partner" else ["customer"], pool=kind == "pool",
        status=kind if kind in {"suspended", "deleted"} else "active",
    )  # fmt: skip
    asked = world.pick([world.person(world.pick(FREE)), world.person(company.domain), world.person(other.domain)])
    world.ask("renewal_of_nobody", "customer", asked, none(renewed), previous_org=str(renewed))


@family
def renewal_of_a_merged(world: World) -> None:
    """A renewed organization that was merged stands for its survivor."""
    company, other = world.company(), world.company()
    survivor = add(world, company, idle=200)
    renewed = world.organization(company.name + " Alt", "DE", status="merged", merged_into=survivor)
    rival = add(world, other, state="claimed")
    expected = listed(survivor, rival, forbid=(renewed,))
    world.ask("renewal_of_a_merged", "customer", world.person(other.domain), expected, previous_org=str(renewed))


@family
def exactly_half(world: World) -> None:
    """Half of the enabled users is enough, seen or not; those who are not enabled don't count."""
    company, guest = world.company(), world.company()
    organization = world.organization(company.name, company.country)
    there, elsewhere = world.pick([(1, 1), (3, 3), (3, 4), (7, 8)])
    world.staff(organization, guest.domain, there)
    for number in range(elsewhere):
        world.user(organization, f"guest{number}@{company.domain}", None)
    for number in range(9):
        former = world.pick([guest.domain, company.domain])
        world.user(organization, f"former{number}@{former}", 1, status=world.pick(["inactive", "deleted"]))
    expected = listed(organization) if there == elsewhere else none(organization)
    world.ask("exactly_half", "customer", world.person(guest.domain), expected)


@family
def unproven_parent(world: World) -> None:
    """Users at a parent or at a host below, and domains that were only entered, count for exactly their domain."""
    company = world.company()
    above, below = company.domain, "mail." + company.domain
    tied, asked = world.pick([(above, below), (below, above), (below, "www." + above)])
    observed = world.organization(company.name, company.country)
    world.staff(observed, tied, 6, 1)
    pending = world.organization(company.name + " Alt", company.country)
    world.domain(pending, tied, "pending")
    world.ask("unproven_parent", "customer", world.person(asked), none(observed, pending))


@family
def observed_partner(world: World) -> None:
    """That a partner proved the domain says nothing against partners who are only observed there."""
    company = world.company()
    proven = add(world, company, roles=["partner"])
    observed = add(world, company, " Services", state=None, roles=["partner"])
    customer = add(world, company, " Kunde", state=None)
    world.ask("observed_partner", "partner", world.person(company.domain), listed(proven, observed, forbid=(customer,)))


@family
def reseller_and_entered(world: World) -> None:
    """A partner's proof voids what is observed, not what a customer entered."""
    company = world.company()
    partner = add(world, company, state="claimed", roles=["partner"])
    entered = add(world, company, " Handel", state="pending")
    observed = add(world, company, " Kunde", state=None)
    expected = listed(entered, forbid=(partner, observed))
    world.ask("reseller_and_entered", "customer", world.person(company.domain), expected)


@family
def nobody_inside(world: World) -> None:
    """An organization needs no users to be found by its domain."""
    company = world.company()
    organization = add(world, company, state=world.pick(["verified", "pending"]), people=0)
    world.ask("nobody_inside", "customer", world.person(company.domain), listed(organization))


@family
def private_suffix(world: World) -> None:
    """Those who got a name from a platform on the Public Suffix List are strangers to each other, and to it."""
    suffix = world.pick(["github.io", "herokuapp.com", "netlify.app", "azurewebsites.net", "s3.amazonaws.com"])
    company = world.company()
    organization = world.organization(company.name, company.country)
    world.domain(organization, f"{company.label}.{suffix}", "verified")
    platform = world.organization(company.name + " Cloud", company.country)
    world.domain(platform, suffix, "verified")
    if world.random.random() < 0.5:
        email = world.person(f"mail.{company.label}.{suffix}")
        world.ask("private_suffix", "customer", email, listed(organization, forbid=(platform,)))
    else:
        world.ask("private_suffix", "customer", world.person(f"{world.root()}.{suffix}"), none(organization, platform))


@family
def wildcard_suffix(world: World) -> None:
    """Wildcards of the Public Suffix List hold, and so do their exceptions."""
    company = world.company()
    organization = world.organization(company.name, company.country)
    kept, asked, own = world.pick([
        (f"{company.label}.{world.root()}.ck", None, False),
        (f"{company.label}.city.kawasaki.jp", f"mail.{company.label}.city.kawasaki.jp", True),
        (f"{company.label}.{world.root()}.kawasaki.jp", None, False),
    ])  # fmt: skip
    world.domain(organization, kept, "verified")
    world.staff(organization, kept, 3)
    asked = asked or world.root() + "." + kept.partition(".")[2]
    world.ask("wildcard_suffix", "customer", world.person(asked), listed(organization) if own else none(organization))


@family
def suffix_itself(world: World) -> None:
    """A public suffix is nobody's domain but who proved just it; an unknown one is nobody's at all."""
    company = world.company()
    # By the list's wildcards any name below these is a suffix, so that only one organization proves it.
    own = [f"{company.label}.ck", f"{company.label}.kawasaki.jp", f"{world.root()}.unheard"]
    suffix = world.pick(["co.uk", "com.br", "webex.com", *own])
    organization = world.organization(company.name, company.country)
    state = world.pick(["pending", "verified"])
    state = state if suffix in own else "pending"
    world.domain(organization, suffix, state)
    world.staff(organization, suffix, 3)
    found = state == "verified" and not suffix.endswith("unheard")
    world.ask("suffix_itself", "customer", world.person(suffix), listed(organization) if found else none(organization))


@family
def free_mail_proved(world: World) -> None:
    """Free mail wins over any proof on the domain itself; throw-away mail too."""
    company = world.company()
    domain = world.pick(["gmx.de", "gmail.com", "mailinator.com", "yopmail.com"])
    organization = world.organization(company.name, company.country, [world.pick(SLOTS)])
    world.domain(organization, domain, "verified")
    world.staff(organization, domain, 4, 1)
    world.ask("free_mail_proved", world.pick(SLOTS), world.person(domain), none(organization))
