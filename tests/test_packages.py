"""What the product is made of: locked by hashes, under licences that allow it, told as a bill of materials."""

import json
import re

import pytest
from license_expression import get_spdx_licensing

from tests.packages import NPM, PYTHON, ROOT, Package, bill, packages, read_lock, read_requirements

# Licences that ask for no more than to be named.
ALLOWED = {
    *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "CC0-1.0", "ISC", "MIT", "MIT-0"),
    *("MIT-CMU", "OFL-1.1", "PSF-2.0", "Python-2.0", "Unlicense", "Zlib"),
}
# Licences that ask for more, and why they may here: the package is used as it is, from a place of its own.
EXCEPTIONS = {
    "MPL-2.0": "changes to its files would have to be published; nobody changes them",
    "CC-BY-4.0": "data about browsers, which is named in the bill of materials",
    "LGPL-2.1-only": "a library in a package of its own, which anybody can replace",
    "LGPL-3.0-or-later": "a library in a package of its own, which anybody can replace",
}
MAY_USE = {
    "MPL-2.0": None,  # any
    "CC-BY-4.0": {"caniuse-lite"},
    "LGPL-2.1-only": {"pycountry"},
    "LGPL-3.0-or-later": {"python-bidi", "svglib"},
}
# Two licences to choose from, of which we take the first; a program of the tests.
CHOSEN = {"text-unidecode": "Artistic-1.0-Perl"}
MANY = 600  # packages
LICENSING = get_spdx_licensing()


@pytest.fixture(scope="module")
def every() -> list[Package]:
    return list(packages())


def refused(package: Package) -> bool:
    """Whether no choice of the package's licences is one that we may use."""
    if package.name in CHOSEN:
        return not package.tests

    def allowed(name: str) -> bool:
        may = MAY_USE.get(name, set())
        return name in ALLOWED or may is None or package.name in may

    expression = LICENSING.parse(package.licence)
    if expression is None:
        return True
    choices = [re.findall(r"[\w.-]+", part) for part in str(LICENSING.dedup(expression)).split(" OR ")]
    return not any(all(allowed(name) for name in names if name != "AND") for names in choices)


def test_every_package_has_a_licence_that_we_may_use(every: list[Package]) -> None:
    assert len(every) > MANY
    assert [f"{package.name}: {package.licence}" for package in every if refused(package)] == []


@pytest.mark.parametrize(
    ("name", "licence", "tests", "is_refused"),
    [
        ("a", "MIT", False, False),
        ("a", "MIT AND OFL-1.1", False, False),
        ("a", "GPL-3.0-only", True, True),
        ("a", "MIT AND GPL-3.0-only", False, True),
        ("a", "GPL-3.0-only OR MIT", False, False),
        ("a", "LGPL-2.1-only", False, True),
        ("pycountry", "LGPL-2.1-only", False, False),
        ("a", "", False, True),
        ("a", "SEE LICENSE IN LICENSE.md", False, True),
        ("a", "UNLICENSED", False, True),
        ("text-unidecode", "GPL", False, True),
    ],
)
def test_a_licence_that_nobody_allowed_is_noticed(name: str, licence: str, tests: bool, is_refused: bool) -> None:
    try:
        assert refused(Package("npm", name, "1", licence, ("",), tests)) == is_refused
    except ValueError:
        assert is_refused  # no expression of SPDX at all


def test_every_exception_has_a_reason_and_a_package(every: list[Package]) -> None:
    assert EXCEPTIONS.keys() == MAY_USE.keys()
    used = " ".join(package.licence for package in every)
    assert [name for name in EXCEPTIONS if name not in used] == []
    names = {package.name for package in every}
    assert [name for may in MAY_USE.values() for name in may or () if name not in names] == []


def test_every_package_is_locked_by_its_hash_and_names_no_place_to_load_it_from(every: list[Package]) -> None:
    assert [package.name for package in every if not all(package.hashes) or not package.hashes] == []
    for file in PYTHON:
        text = (ROOT / file).read_text("utf-8")
        assert len(list(read_requirements(text))) == len(re.findall(r"^[a-z0-9].*==", text, re.MULTILINE))
        assert not re.search(r"https?://|--(extra-)?index-url|--find-links| @ ", text)
    assert not re.search(r'"resolved"|https?://(?!.*(funding|opencollective|github\.com|paypal))', _without_funding())


def _without_funding() -> str:
    rows = [row for file in NPM for _, row in read_lock(file)]
    return json.dumps([{key: row[key] for key in row if key != "funding"} for row in rows])


def test_the_bill_of_materials_names_every_package_with_licence_and_hash(every: list[Package]) -> None:
    told = json.loads(bill(every))
    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.6")
    components = {component["purl"]: component for component in told["components"]}
    assert len(components) == len({(package.kind, package.name, package.version) for package in every})
    assert all(component["licenses"] and component["hashes"] for component in components.values())
    react = next(component for url, component in components.items() if url.startswith("pkg:npm/react@"))
    assert react["scope"] == "required"
    for optional in ("pytest", "ariadne-codegen"):
        found = next(c for url, c in components.items() if url.startswith(f"pkg:pypi/{optional}@"))
        assert found["scope"] == "optional"
