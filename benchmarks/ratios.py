"""What blocks of requests say: CPU of a request, times, and ratios between servers with their ranges.

Servers take turns, so what disturbs the machine for a while disturbs all. A ratio is made of the two blocks of one
round, and the median of the rounds is what counts.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles

WORSE = 1.2  # times the ratio that is kept in the file: a fifth


@dataclass(frozen=True, slots=True)
class Block:
    """What requests in a row took: CPU seconds of the server and of the database for each, and waits in seconds."""

    cpu: float
    database: float
    waits: list[float]
    seconds: float


@dataclass(frozen=True, slots=True)
class Ratio:
    """A median and its range."""

    median: float
    least: float
    most: float

    def __str__(self) -> str:
        return f"{self.median:5.2f} ({self.least:.2f}–{self.most:.2f})"


@dataclass
class Row:
    """One kind of request under one load: the blocks of each server, by its name."""

    name: str
    blocks: dict[str, list[Block]] = field(default_factory=dict)

    def ratio(self, one: str, other: str, *, database: bool = False) -> Ratio:
        """CPU of one server to another's, block by block; with the database's if asked."""
        found = [
            (mine.cpu + mine.database * database) / (theirs.cpu + theirs.database * database)
            for mine, theirs in zip(self.blocks[one], self.blocks[other], strict=True)
        ]
        return Ratio(median(found), min(found), max(found))

    def lines(self) -> list[str]:
        """The table of this row."""
        return [self._line(name, blocks) for name, blocks in self.blocks.items()]

    def _line(self, name: str, blocks: list[Block]) -> str:
        waits = quantiles([wait for block in blocks for wait in block.waits], n=100)
        cpu, database = median(block.cpu for block in blocks), median(block.database for block in blocks)
        rate = median(len(block.waits) / block.seconds for block in blocks)
        all_of_it = self.ratio(name, "raw", database=True)
        return (
            f"{self.name:42}  {name:10}  {cpu * 1000:6.3f} ms  {database * 1000:6.3f} ms  "
            f"{self.ratio(name, 'raw')!s:>18}  {all_of_it!s:>18}  "
            f"{waits[49] * 1000:6.2f} ms  {waits[98] * 1000:6.2f} ms  {rate:6.0f}"
        )


HEAD = (
    f"{'CPU of a request':42}  {'server':10}  {'server':>9}  {'database':>9}  {'to raw':>18}  {'with database':>18}  "
    f"{'p50':>9}  {'p99':>9}  {'req/s':>6}"
)


def ratios_of(rows: list[Row]) -> dict[str, float]:
    """What is kept: the product to raw and to Mercurius, for each row."""
    kept = {}
    for row in rows:
        for other in ("raw", "mercurius"):
            kept[f"{row.name}, to {other}"] = round(row.ratio("ours", other).median, 3)
        kept[f"{row.name}, with database, to raw"] = round(row.ratio("ours", "raw", database=True).median, 3)
    return kept


def worse(now: dict[str, float], kept: dict[str, float]) -> list[str]:
    """The ratios that are worse by more than a fifth, or are missing on one side."""
    names = [f"{name} is {'new' if name in now else 'gone'}" for name in sorted(now.keys() ^ kept.keys())]
    return names + [
        f"{name}: {now[name]:.2f}, was {kept[name]:.2f}"
        for name in now.keys() & kept.keys()
        if now[name] > kept[name] * WORSE
    ]


def keep(file: Path, now: dict[str, float]) -> None:
    """Write the ratios that later ones are compared with."""
    file.write_text(json.dumps(now, indent=1) + "\n", "utf-8")


def kept_in(file: Path) -> dict[str, float]:
    """The ratios in a file."""
    found: dict[str, float] = json.loads(file.read_text("utf-8"))
    return found
