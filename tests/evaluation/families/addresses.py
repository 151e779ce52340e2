"""More families about how an address is written, and what its mailbox proves."""

from tests.evaluation.families.registry import add, exact, family, listed, none
from tests.evaluation.world import FREE, World


@family
def full_width(world: World) -> None:
    """Letters in full width, as East Asian keyboards make them, are the same letters."""
    company = world.company()
    organization = add(world, company)
    email = world.person(company.domain)
    wide = "".join(chr(ord(letter) + 0xFEE0) for letter in world.pick([email, email.upper()]))
    known = world.random.random() < 0.5
    if known:
        world.user(organization, email, 2)
    world.ask("full_width", "customer", wide, exact(organization) if known else listed(organization))


@family
def spelling_of_a_domain(world: World) -> None:
    """However the domain was entered and is asked for: capitals, blanks, a final dot, an ideographic one."""
    company = world.company()
    organization = world.organization(company.name, company.country)
    domain = company.domain
    written = [domain.upper(), domain.title(), f"{domain}. ", domain.replace(".", "\u3002")]
    world.domain(organization, " " + world.pick(written), "verified")
    asked = world.pick(written).strip().rstrip(".") + "."
    world.ask("spelling_of_a_domain", "customer", f" {world.root()}@{asked} ", listed(organization))


@family
def a_label_and_capitals(world: World) -> None:
    """An A-label in capitals, and umlauts put together from two characters, are the domain that was meant."""
    company = world.company("DE")
    label = world.root()
    domain = f"{label}größe.de"
    organization = world.organization(company.name, "DE")
    world.domain(organization, domain, "claimed")
    encoded = f"{label}größe".encode("punycode").decode()
    asked = world.pick([domain, f"XN--{encoded.upper()}.DE", f"{label}gro\u0308ße.de", f"mail.{domain}"])
    world.ask("a_label_and_capitals", "customer", world.person(asked), listed(organization))


@family
def deviation(world: World) -> None:
    """ß is not ss, and a final sigma is not a sigma: each is a domain of its own."""
    company, label = world.company(), world.root()
    one, two = world.pick([(f"{label}straße.de", f"{label}strasse.de"), (f"{label}λόγος.gr", f"{label}λόγοσ.gr")])
    pair = []
    for domain in (one, two):
        pair.append((world.organization(company.name, company.country), domain))
        world.domain(*pair[-1], "claimed")
    world.random.shuffle(pair)
    (meant, domain), (other, _) = pair
    world.ask("deviation", "customer", world.person(domain), listed(meant, forbid=(other,)))


@family
def invisible(world: World) -> None:
    """An invisible character makes an address that nobody typed: it is refused, not repaired."""
    company = world.company()
    organization = add(world, company, state="claimed")
    email = world.person(company.domain)
    world.user(organization, email, 1)
    place = world.random.randrange(1, len(email))
    character = world.pick(["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\ufe0f", "\u202e"])
    world.ask("invisible", "customer", email[:place] + character + email[place:], none(organization))


@family
def look_alike(world: World) -> None:
    """Letters of another script only look alike."""
    company = world.company()
    organization = add(world, company, state="claimed")
    local, domain = world.person(company.domain).split("@")
    world.user(organization, f"{local}@{domain}", 1)
    other = str.maketrans("aeiou", "аеіоυ")  # Cyrillic, but the last: Greek
    world.ask("look_alike", "customer", f"{local}@{company.label.translate(other)}.com", none(organization))


@family
def no_mailbox(world: World) -> None:
    """What mail servers would not take is no address, though the domain would match."""
    company = world.company()
    organization = add(world, company)
    local = world.root()
    written = [
        f'"{local} {local}"', f".{local}", f"{local}.", f"{local}..{local}", f"{local}@{local}", f"{local} {local}",
        f"{local},{local}", f"<{local}>", "x" * 65, f"{local}\t", f"({local}){local}",
    ]  # fmt: skip
    world.ask("no_mailbox", "customer", f"{world.pick(written)}@{company.domain}", none(organization))


@family
def longest_address(world: World) -> None:
    """254 characters are an address, one more is none."""
    company = world.company()
    organization = add(world, company)
    local = world.root() + "y" * 58
    room = 254 - len(local[:64]) - 1 - len(company.domain) - 1
    host = ".".join("z" * 40 for _ in range(9))[:room].strip(".").ljust(room, "z") + "." + company.domain
    longest = f"{local[:64]}@{host}"
    world.user(organization, longest, 2)
    fits = world.random.random() < 0.5
    world.ask("longest_address", "customer", longest if fits else f"{local[:64]}@z{host}",
              exact(organization) if fits else none(organization))  # fmt: skip


@family
def tag_on_free_mail(world: World) -> None:
    """A tag on free mail leads to the mailbox without it, and to nobody else."""
    company, domain = world.company(), world.pick(FREE)
    organization = add(world, company)
    stranger = world.organization(company.name + " Alt", company.country)
    world.domain(stranger, domain, "verified")
    email = world.person(domain)
    world.user(organization, email, 2)
    tagged = email.replace("@", "+webex@")
    world.ask("tag_on_free_mail", "customer", tagged, listed(organization, forbid=(stranger,)))


@family
def tag_of_two(world: World) -> None:
    """The mailbox without the tag is known to two: both before all others, the livelier one first."""
    company = world.company()
    bystander = add(world, company, " Group", state="claimed", people=9, idle=1)
    second = add(world, company, " Alt", state=None, people=2, idle=70)
    first = add(world, company, " Neu", state=None, people=2, idle=40)
    email = world.person(company.domain)
    for organization in (first, second):
        world.user(organization, email, 95)
    world.ask("tag_of_two", "customer", email.replace("@", "+a+b@"), listed(first, second, bystander))


@family
def account_with_a_tag(world: World) -> None:
    """An account that has a tag is its own: exact with it, by the domain with another or without."""
    company = world.company()
    organization = add(world, company)
    local = world.root()
    world.user(organization, f"{local}+webex@{company.domain}", 2)
    asked, expected = world.pick([
        (f"{local}+WEBEX", exact(organization)), (f"{local}+other", listed(organization)),
        (local, listed(organization)), (f"+{local}", listed(organization)),
    ])  # fmt: skip
    world.ask("account_with_a_tag", "customer", f"{asked}@{company.domain}", expected)


@family
def same_person_elsewhere(world: World) -> None:
    """Dots are not stripped, and the same name at another host is another mailbox."""
    company, other = world.company(), world.company()
    organization = add(world, other, people=0)
    first, last = world.root(), world.root()
    world.user(organization, f"{first}.{last}@{company.domain}", 2)
    world.user(organization, f"colleague@{other.domain}", 2)
    world.user(organization, f"another@{other.domain}", 2)
    asked = world.pick([f"{first}{last}@{company.domain}", f"{first}.{last}@mail.{company.domain}"])
    world.ask("same_person_elsewhere", "customer", asked, none(organization))
