"""The families of the evaluation set, and how a set is made of them."""

import random

from tests.evaluation.families import addresses, basic, customers, order, organizations
from tests.evaluation.families.registry import FAMILIES
from tests.evaluation.world import World

GIVEN = frozenset(name for name in FAMILIES if hasattr(basic, name))
_MORE = (addresses, organizations, order, customers)  # beyond what the rule came with


def build(seed: int, per_family: int, today: int, noise: int = 0) -> World:
    """The set of a seed: so many cases of each family, and organizations that nobody asks for."""
    world = World(random.Random(seed), today)
    for _ in range(per_family):
        for name in sorted(FAMILIES):  # whatever the modules are called that they stand in
            FAMILIES[name](world)
    for _ in range(noise):
        add_noise(world)
    world.random.shuffle(world.rows)  # an import may bring them in any order
    return world


def add_noise(world: World) -> None:
    """An organization that nobody asks for."""
    company = world.company()
    roles = ["partner"] if world.random.random() < 0.03 else ["customer"]
    organization = world.organization(company.name, company.country, roles)  # type: ignore[arg-type]
    if world.random.random() < 0.7:
        world.domain(organization, company.domain, world.pick(["pending", "verified", "claimed"]))
    users = min(40, int(world.random.paretovariate(1.3)))
    world.staff(organization, company.domain, users, world.pick([1, 5, 40, 120, 400]))
