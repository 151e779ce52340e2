"""The families that the rule came with: each is one way in which an address and the organizations stand."""

from tests.evaluation.families.registry import family, listed, none
from tests.evaluation.world import DISPOSABLE, FREE, SLOTS, SUFFIXES, Expected, World


@family
def exact_user(world: World) -> None:
    """An active user of one organization."""
    company = world.company()
    organization = world.organization(company.name, company.country)
    world.domain(organization, company.domain, world.pick(["pending", "verified", "claimed"]))
    world.staff(organization, company.domain, 4)
    email = world.person(company.domain)
    world.user(organization, email, 1, admin=True)
    world.ask("exact_user", "customer", email, Expected("exact", organization))


@family
def exact_spelling(world: World) -> None:
    """The same mailbox in other letters, with blanks around or a final dot."""
    company = world.company()
    organization = world.organization(company.name, company.country)
    world.domain(organization, company.domain, "verified")
    email = world.person(company.domain)
    world.user(organization, email, 1)
    local, domain = email.split("@")
    written = world.pick([f"{local.title()}@{domain.upper()}", f"  {local}@{domain}. ", f"{local.upper()}@{domain}"])
    world.ask("exact_spelling", "customer", written, Expected("exact", organization))


@family
def plus_address(world: World) -> None:
    """A plus tag is no proof of the same account."""
    company = world.company()
    organization = world.organization(company.name, company.country)
    world.domain(organization, company.domain, "verified")
    email = world.person(company.domain)
    world.user(organization, email, 1)
    world.staff(organization, company.domain, 3)
    local, domain = email.split("@")
    world.ask("plus_address", "customer", f"{local}+order{world.random.randrange(99)}@{domain}", listed(organization))


@family
def exact_wrong_role(world: World) -> None:
    """A customer's user looks for a partner organization."""
    company = world.company()
    organization = world.organization(company.name, company.country)
    world.domain(organization, company.domain, "claimed")
    email = world.person(company.domain)
    world.user(organization, email, 1)
    if world.random.random() < 0.5:
        world.ask("exact_wrong_role", "partner", email, none(organization))
        return
    partner = world.organization(company.name + " Services", company.country, ["partner"])
    world.domain(partner, company.domain, "verified")
    world.staff(partner, company.domain, 3)
    world.ask("exact_wrong_role", "partner", email, listed(partner, forbid=(organization,)))


@family
def suspended_or_deleted_org(world: World) -> None:
    """Who is suspended or deleted is not found, not even by its users."""
    company = world.company()
    organization = world.organization(company.name, company.country, status=world.pick(["deleted", "suspended"]))
    world.domain(organization, company.domain, "verified")
    email = world.person(company.domain)
    world.user(organization, email, 5)
    world.ask("suspended_or_deleted_org", "customer", email, none(organization))


@family
def domain_single(world: World) -> None:
    """One organization proved the domain."""
    company = world.company()
    organization = world.organization(company.name, company.country)
    world.domain(organization, company.domain, world.pick(["verified", "claimed"]))
    world.staff(organization, company.domain, 8)
    world.ask("domain_single", "customer", world.person(company.domain), listed(organization))


@family
def observed_only(world: World) -> None:
    """No domain was entered, but its users have addresses there."""
    company = world.company()
    organization = world.organization(company.name, company.country)
    world.staff(organization, company.domain, 8)
    world.ask("observed_only", "customer", world.person(company.domain), listed(organization))


@family
def stale_duplicate(world: World) -> None:
    """Forgotten trials beside the organization in use."""
    company = world.company()
    organization = world.organization(company.name, company.country)
    world.domain(organization, company.domain, world.pick(["verified", "claimed"]))
    world.staff(organization, company.domain, 6, 2)
    trials = []
    for _ in range(world.random.randrange(1, 4)):
        trial = world.organization(company.name + " Trial", company.country, age=1500)
        trials.append(trial)
        if world.random.random() < 0.5:
            world.domain(trial, company.domain, "pending")
        world.staff(trial, company.domain, world.random.randrange(1, 4), world.random.randrange(366, 900))
    world.ask("stale_duplicate", "customer", world.person(company.domain), listed(organization, *trials))


@family
def verified_dormant_vs_busy_unverified(world: World) -> None:
    """A sleeping organization with proof, a lively one without: both are listed, the order is not judged."""
    company = world.company()
    asleep = world.organization(company.name, company.country)
    world.domain(asleep, company.domain, "verified")
    world.staff(asleep, company.domain, 3, 500)
    busy = world.organization(company.name + " Team", company.country)
    world.domain(busy, company.domain, "pending")
    world.staff(busy, company.domain, 25, 1)
    expected = Expected("candidates", include=(asleep, busy), ambiguous=True)
    world.ask("verified_dormant_vs_busy_unverified", "customer", world.person(company.domain), expected)


@family
def free_mail(world: World) -> None:
    """A free-mail domain leads to nobody."""
    domain, company = world.pick(FREE), world.company()
    organization = world.organization(company.name, company.country)
    world.domain(organization, domain, "pending")
    world.staff(organization, domain, 3)
    world.ask("free_mail", "customer", world.person(domain), none(organization))


@family
def free_mail_exact(world: World) -> None:
    """A free-mail address that is a user's is found all the same."""
    domain, company = world.pick(FREE), world.company()
    organization = world.organization(company.name, company.country)
    email = world.person(domain)
    world.user(organization, email, 1, admin=True)
    world.ask("free_mail_exact", "customer", email, Expected("exact", organization))


@family
def disposable(world: World) -> None:
    """A throw-away mailbox leads to nobody."""
    domain, company = world.pick(DISPOSABLE), world.company()
    organization = world.organization(company.name, company.country)
    world.staff(organization, domain, 2)
    world.ask("disposable", "customer", world.person(domain), none(organization))


@family
def subsidiary(world: World) -> None:
    """The group verified the subsidiary's domain too; the subsidiary claimed it."""
    parent, child = world.company(), world.company()
    group = world.organization(parent.name + " Group", parent.country)
    own = world.organization(child.name, child.country)
    world.domain(group, parent.domain, "claimed")
    world.domain(group, child.domain, "verified")
    world.domain(own, child.domain, "claimed")
    world.staff(group, parent.domain, 40, 1)
    world.staff(own, child.domain, 5, 4)
    world.ask("subsidiary", "customer", world.person(child.domain), listed(own, group))


@family
def subdomain_to_parent(world: World) -> None:
    """A mail host below the domain that was verified."""
    company = world.company()
    organization = world.organization(company.name, company.country)
    world.domain(organization, company.domain, "verified")
    world.staff(organization, company.domain, 5)
    email = world.person(world.pick(["mail.", "mail.eu.", "students."]) + company.domain)
    world.ask("subdomain_to_parent", "customer", email, listed(organization))


@family
def public_suffix_trap(world: World) -> None:
    """Neighbours below a public suffix are strangers, even if one entered the suffix itself."""
    suffix = world.pick(["co.uk", "com.au", "co.jp", "github.io", "kawasaki.jp", "com.br"])
    company = world.company()
    organization = world.organization(company.name, company.country)
    world.domain(organization, f"{world.root()}.{suffix}", "verified")
    world.domain(organization, suffix, "pending")
    world.staff(organization, f"{world.root()}.{suffix}", 4)
    world.ask("public_suffix_trap", "customer", world.person(f"{world.root()}.{suffix}"), none(organization))


@family
def invalid_email(world: World) -> None:
    """What is no address fails closed."""
    company = world.company()
    organization = world.organization(company.name, company.country)
    world.domain(organization, company.domain, "claimed")
    world.staff(organization, company.domain, 2)
    written = [
        "@" + company.domain, "no-at-sign", "a@", "a@localhost", "a@[192.168.0.1]", "a@..", "a@-x." + company.domain,
        "a@x_y." + company.domain[::-1], "a@" + "x" * 70 + ".com", f"a\u200b@{company.domain}",
    ]  # fmt: skip
    world.ask("invalid_email", "customer", world.pick(written), none(organization))


@family
def msp_both_roles(world: World) -> None:
    """One company has a partner organization and a customer organization on the same domain."""
    company = world.company()
    partner = world.organization(company.name + " Partner", company.country, ["partner"])
    customer = world.organization(company.name, company.country)
    world.domain(partner, company.domain, "verified")
    world.domain(customer, company.domain, "verified")
    world.staff(partner, company.domain, 5)
    world.staff(customer, company.domain, 15)
    email = world.person(company.domain)
    if world.random.random() < 0.5:
        world.ask("msp_both_roles", "partner", email, listed(partner, forbid=(customer,)))
    else:
        world.ask("msp_both_roles", "customer", email, listed(customer, forbid=(partner,)))


@family
def typosquat(world: World) -> None:
    """A misspelt domain is somebody else's."""
    company = world.company()
    label = company.label
    place = world.random.randrange(1, len(label) - 1)
    misspelt = world.pick([
        label[:place] + label[place + 1 :],
        label[:place] + label[place] + label[place:],
        label.replace("o", "0", 1) if "o" in label else label + "s",
        label.replace("m", "rn", 1) if "m" in label else label[:-1],
    ])  # fmt: skip
    domain = (label + "s" if misspelt == label else misspelt) + company.domain[len(label) :]
    organization = world.organization(company.name, company.country)
    world.domain(organization, company.domain, "claimed")
    world.staff(organization, company.domain, 6)
    world.ask("typosquat", "customer", world.person(domain), none(organization))


@family
def idn_equivalent(world: World) -> None:
    """Umlauts, their A-label and capitals are the same domain."""
    company = world.company("DE")
    spelt = world.root() + "müller.de"
    encoded = spelt.encode("idna").decode()
    spellings = [spelt, encoded, spelt.upper()]
    world.random.shuffle(spellings)
    organization = world.organization(company.name, "DE")
    world.domain(organization, spellings[0], "verified")
    world.staff(organization, encoded, 5)
    world.ask("idn_equivalent", "customer", "info@" + spellings[1], listed(organization))


@family
def several_verified(world: World) -> None:
    """Regional organizations on one domain: among equals the order's country decides."""
    company = world.company()
    regional = []
    for country in world.random.sample(list(SUFFIXES), 3):
        organization = world.organization(company.name, country)
        world.domain(organization, company.domain, "verified")
        world.staff(organization, company.domain, 6, 2, 4)
        regional.append((organization, country))
    top, country = world.pick(regional)
    expected = listed(top, *(organization for organization, _ in regional if organization != top))
    world.ask("several_verified", "customer", world.person(company.domain), expected, country=country)


@family
def only_unlikely(world: World) -> None:
    """Nothing but a dead organization without proof: it is listed, as probably wrong."""
    company = world.company()
    organization = world.organization(company.name, company.country, age=2000)
    world.domain(organization, company.domain, "pending")
    world.staff(organization, company.domain, 2, 450)
    world.ask("only_unlikely", "customer", world.person(company.domain), listed(organization))


@family
def unknown_company(world: World) -> None:
    """Nobody has the domain."""
    world.ask("unknown_company", world.pick(SLOTS), world.person(world.company().domain), none())
