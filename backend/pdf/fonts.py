"""The fonts of the order summary: which of them has a character. Files are opened when a document needs them.

Inter, which the application has too, lies here. Noto's fonts for other scripts come with the build of the front end,
the one for Chinese, Japanese and Korean from a package.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

_INTER = Path(__file__).parent / "assets" / "fonts" / "Inter-Regular.ttf"
_NOTO = Path(__file__).parents[2] / "frontend" / "dist" / ".pdf-fonts"
_CHINESE = ("cvttf-notosanscjk-regular", "cvttf_NotoSansCJK_Regular/NotoSansCJKtc-Regular.otf")


@dataclass(eq=False)
class Face:
    """A font file as HarfBuzz reads it."""

    path: Path
    shaper: Any = field(repr=False)
    characters: frozenset[int] = field(repr=False)
    units: int

    @property
    def is_emoji(self) -> bool:
        """Whether its characters are pictures."""
        return "Emoji" in self.path.name


@cache
def inter() -> Face:
    """The font of everything that it has characters for: Latin, Greek, Cyrillic."""
    return _open(_INTER)


@cache
def others() -> tuple[Face, ...]:
    """The fonts of other scripts, those with more letters of one script first; none before the front end is built."""
    return tuple(_open(path) for path in paths_of_others())


def face_for(cluster: str) -> Face | None:
    """The first font with all that is drawn of a character and its marks; the emoji where a selector asks for it."""
    needed = {ord(character) for character in cluster} - _UNDRAWN
    faces = [inter(), *others()]
    if "\ufe0f" in cluster:
        faces.sort(key=lambda face: not face.is_emoji)
    return next((face for face in faces if needed <= face.characters), None)


# Joiners and selectors work within a font, but few fonts count them among their characters.
_UNDRAWN = {0x200C, 0x200D, *range(0x2066, 0x206A), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)}


def _open(path: Path) -> Face:
    import uharfbuzz

    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)))
    return Face(path, uharfbuzz.Font(face), frozenset(face.unicodes), face.upem)


def paths_of_others() -> Iterator[Path]:
    """The files of `others`, which take megabytes once they are open."""
    found = sorted(_NOTO.glob("*.ttf"), key=lambda path: (_is_late(path), path.name))
    yield from (path for path in found if not _is_late(path))
    try:
        chinese = Path(str(distribution(_CHINESE[0]).locate_file(_CHINESE[1])))
    except PackageNotFoundError:
        chinese = None
    if chinese and chinese.is_file():
        yield chinese
    yield from (path for path in found if _is_late(path))


def _is_late(path: Path) -> bool:
    """Signs and pictures come after all letters."""
    return "Symbols" in path.name or "Emoji" in path.name
