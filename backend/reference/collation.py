"""The order in which people look for a name in a list."""

import unicodedata


def collated(name: str) -> str:
    """A sort key that puts Ägypten beside Albanien: letters count, their marks and case do not."""
    if name.isascii():
        return name.casefold()
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()
