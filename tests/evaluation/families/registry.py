"""Where families register, and how their labels are written.

Families are independent of each other (their own names and domains), so that noise and size never change a label.
"""

from typing import Any

from tests.evaluation.world import Company, Expected, Family, World

FAMILIES: dict[str, Family] = {}


def family(build: Family) -> Family:
    """Register a family under its function's name."""
    FAMILIES[build.__name__] = build
    return build


def none(*forbid: int) -> Expected:
    """Nothing may be found."""
    return Expected("none", forbid=forbid)


def exact(top: int, *forbid: int) -> Expected:
    """This organization is preselected, and nothing else is shown."""
    return Expected("exact", top, forbid=forbid)


def listed(top: int, *others: int, forbid: tuple[int, ...] = ()) -> Expected:
    """A list with `top` first and the others somewhere; nothing is preselected."""
    return Expected("candidates", top, (top, *others), forbid)


def add(
    world: World,
    company: Company,
    branch: str = "",
    *,
    state: str | None = "verified",
    people: int = 3,
    idle: int = 3,
    spread: int = 10,
    **more: Any,
) -> int:
    """Add an organization of the company, or of a branch, tied to its domain and with people there."""
    organization = world.organization(company.name + branch, more.pop("country", company.country), **more)
    if state:
        world.domain(organization, company.domain, state)
    world.staff(organization, company.domain, people, idle, spread)
    return organization
