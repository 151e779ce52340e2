"""Where one company's domain ends and the next begins: the Public Suffix List and what it lacks."""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import takewhile
from pathlib import Path

from publicsuffixlist import PSLFILE, PublicSuffixList

_DATA = Path(__file__).parent / "data"
MAX_CHAIN_LENGTH = 5  # hosts of a domain that are looked up


@lru_cache(maxsize=65_536)
def registrable(domain: str, *, development: bool = False) -> str | None:
    """The registrable domain of an A-label: one label below a public suffix, private ones included.

    None for a public suffix itself and for unknown suffixes. `development` makes `.example` and `.test` suffixes.
    """
    found = _suffixes(development).privatesuffix(domain)
    assert found is None or isinstance(found, str)
    return found


def unknown_ending(domain: str, *, development: bool = False) -> str | None:
    """The ending of an A-label if no such ending exists, as in `acme.con`; None for endings that there are."""
    known = _suffixes(development).publicsuffix(domain)
    return None if known else domain.rpartition(".")[2]


def meant(domain: str, ending: str) -> str | None:
    """The domain that a person meant whose ending does not exist: `acme.com` for `acme.con` or `acme.cmo`, or None."""
    common = dict.fromkeys(suffix.rpartition(".")[2] for suffix in common_suffixes())
    near = next((known for known in common if _one_slip(ending, known)), None)
    return domain.removesuffix(ending) + near if near else None


def _one_slip(typed: str, known: str) -> bool:
    """Whether one letter is missing, too many, wrong, or changed places with the next."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(typed, known, strict=False))
    start = sum(1 for _ in same)
    rest, known_rest = typed[start:], known[start:]
    swapped = rest[1::-1] + rest[2:]
    return known_rest in (rest[1:], swapped) or known_rest[1:] in (rest, rest[1:])


def chain(domain: str, registrable_domain: str) -> tuple[str, ...]:
    """The hosts from the domain up to its registrable one, nearest first; of more than five, the middle is left out."""
    hosts = [domain]
    while hosts[-1] != registrable_domain:
        hosts.append(hosts[-1].partition(".")[2])
    return (hosts[0], *hosts[1:][-(MAX_CHAIN_LENGTH - 1) :])


@cache
def common_suffixes() -> tuple[str, ...]:
    """Suffixes under which companies often register the same name again."""
    return (
        "com",
        "net",
        "org",
        "de",
        "eu",
        "io",
        "co",
        "co.uk",
        "fr",
        "nl",
        "it",
        "at",
        "ch",
        "co.jp",
        "com.au",
        "biz",
        "info",
    )


@cache
def _suffixes(development: bool) -> PublicSuffixList:
    return PublicSuffixList(source=_lines(development), accept_unknown=False)


def _lines(development: bool) -> Iterator[str]:
    names = ["suffixes.dat", "suffixes-development.dat"] if development else ["suffixes.dat"]
    for path in (Path(PSLFILE), *(_DATA / name for name in names)):
        yield from path.read_text(encoding="utf-8").splitlines()
