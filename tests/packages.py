"""All packages that the lock files name, with their licences; `python -m tests.packages` writes them as CycloneDX."""

import json
import re
import sys
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL

ROOT = Path(__file__).parent.parent
NPM = {ROOT / "frontend" / "package-lock.json": False, ROOT / "benchmarks" / "mercurius" / "package-lock.json": True}
CLIENT = "clients/python/requirements.txt"  # what generates the client for integrators, in an environment of its own
PYTHON = {"requirements.txt": False, "requirements-dev.txt": True, CLIENT: True}

# What a package does not say of itself, as its repository does; and what is not installed on this system.
SAID_ELSEWHERE = {
    "mrml": "MIT",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "httpx2-jsfetch": "BSD-3-Clause",
    "colorama": "BSD-3-Clause",
    "@react-aria/optimize-locales-plugin": "Apache-2.0",
}
# Older words of classifiers for what SPDX names.
SPDX = {
    "Apache License 2.0": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "3-Clause BSD License": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "GNU Library or Lesser General Public License (LGPL)": "LGPL-3.0-or-later",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "The Unlicense (Unlicense)": "Unlicense",
}
NO_LICENCES = {"OSI Approved", "Free For Educational Use"}  # classifiers that say whom it is for


@dataclass(frozen=True)
class Package:
    """One package of one version; `tests` if the product runs without it."""

    kind: str
    name: str
    version: str
    licence: str
    hashes: tuple[str, ...]
    tests: bool


def packages() -> Iterator[Package]:
    """Those of Python, then those of the front end and of the benchmarks."""
    seen = set()
    for file, tests in PYTHON.items():
        for name, version, hashes in read_requirements((ROOT / file).read_text("utf-8")):
            if (name, version) not in seen:
                seen.add((name, version))
                said = SAID_ELSEWHERE.get(name) or licence_of(name, of_client=file == CLIENT)
                yield Package("pypi", name, version, said, hashes, tests)
    for lock, tests in NPM.items():
        for place, found in read_lock(lock):
            name = place.rpartition("node_modules/")[2]
            licence = SAID_ELSEWHERE.get(name) or found.get("license", "")
            digest = b64decode(found["integrity"].partition("-")[2]).hex()
            yield Package("npm", name, found["version"], licence, (digest,), tests or found.get("dev", False))


def read_lock(file: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Place and description of each package of a lock file of npm."""
    return ((place, found) for place, found in json.loads(file.read_text("utf-8"))["packages"].items() if place)


def read_requirements(text: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Name, version and SHA-256 hashes of each package of a lock file of pip."""
    for block in re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE):
        if head := re.match(r"([a-z0-9][a-z0-9._-]*)==([^\s;\\]+)", block):
            yield head[1], head[2], tuple(re.findall(r"--hash=sha256:([0-9a-f]{64})", block))


def licence_of(name: str, *, of_client: bool = False) -> str:
    """What an installed package says of its licence, in the words of SPDX; "" if it says nothing."""
    folders = [str(path) for path in (ROOT / CLIENT).parent.glob(".venv/lib/python*/site-packages")]
    installed = distributions(name=name, path=folders) if of_client else distributions(name=name)
    found = next((one.metadata for one in installed), None)
    if found is None:
        return ""
    if "License-Expression" in found:
        return found["License-Expression"]
    said = [line.rpartition(" :: ")[2] for line in found.get_all("Classifier") or [] if line.startswith("License")]
    said = [word for word in said if word not in NO_LICENCES] or found.get_all("License") or []
    return " OR ".join(SPDX.get(word, word) for word in said)


def bill(found: list[Package]) -> str:
    """The software bill of materials, CycloneDX 1.6 in JSON; packages that only tests need are optional."""
    bom, licences = Bom(), LicenseFactory()
    bom.metadata.component = Component(name="control-hub", type=ComponentType.APPLICATION, bom_ref="control-hub")
    for package in sorted(found, key=lambda package: (package.kind, package.name, package.version)):
        scope, _, name = package.name.rpartition("/")
        url = PackageURL(package.kind, scope or None, name, package.version)
        algorithm = HashAlgorithm.SHA_512 if package.kind == "npm" else HashAlgorithm.SHA_256
        bom.components.add(
            Component(
                name=package.name,
                version=package.version,
                type=ComponentType.LIBRARY,
                scope=ComponentScope.OPTIONAL if package.tests else ComponentScope.REQUIRED,
                purl=url,
                bom_ref=str(url),
                licenses=[licences.make_from_string(package.licence)],
                hashes=[HashType(alg=algorithm, content=digest) for digest in package.hashes[:1]],
            )
        )
    bom.register_dependency(bom.metadata.component, bom.components)
    return make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string(indent=1)


if __name__ == "__main__":
    every = list({(one.kind, one.name, one.version): one for one in packages()}.values())
    Path(sys.argv[1]).write_text(bill(every) + "\n", "utf-8")
    print(f"{len(every)} packages in {sys.argv[1]}")
