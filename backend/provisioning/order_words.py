"""Words by which an order is found: folded once, here, and kept in a table that a search reads by ranges.

A name is kept from each of its words on, without blanks and punctuation: "Österreichische Post AG" as
`osterreichischepostag`, `postag` and `ag`, so that the beginning of any word finds it, with or without a hyphen.
Names of companies are also kept from within long words on, as compounds begin there: "Südpost", "Stadtsparkasse".
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

from backend import database
from backend.database import Change
from backend.models.order import MAX_WORD_LENGTH, WordKind
from backend.provisioning import dossier
from backend.provisioning.dossier import Dossier
from backend.provisioning.finder.normalise import InvalidAddress, displayed, read_address
from backend.provisioning.survivors import members_of
from backend.sql import among, inserting, listed

Word = tuple[WordKind, str]
Shown = tuple[WordKind, Callable[[str], set[str]], str]  # what a text is, how its words are made, the text

MAX_NAME_LENGTH = 60  # characters of a name that count, from each of its words on
_COMPANIES = {WordKind.COMPANY, WordKind.ORGANIZATION}
_BATCH = 50  # orders whose words are read or written at once
_COLUMNS = ("order_id", "kind", "word")
# Marks that people leave out when they type: accents, and the vowel points of Hebrew and Arabic. Not those of scripts
# in which a mark is a letter of its own.
_MARKS = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]"
)
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})  # as who lacks the key writes them
_SPELLED = re.compile("(?<=[aou])e|(?<=a)a")  # the same read back: Mueller is also found as Müller
_COMPOUND = 7  # letters at least of a word that may be a compound
_ELEMENT = 3  # letters at least before a part of it; the part itself has one more: "Süd-post", "Stadt-werke"
# Scripts that write no blanks between words: every letter may begin one.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"
)


def fold(text: str) -> str:
    """The text as it is compared: NFKC, case folded, without accents."""
    cased = unicodedata.normalize("NFKC", text).casefold()
    bare = _MARKS.sub("", unicodedata.normalize("NFD", cased))
    return unicodedata.normalize("NFC", bare).translate(_LETTERS)


def parts(text: str) -> list[str]:
    """The folded runs of letters and digits of a text; characters that nobody sees neither part nor count."""
    found = [""]
    for character in fold(text):
        category = unicodedata.category(character)
        if category[0] in "LMN":
            found[-1] += character
        elif category != "Cf" and found[-1]:
            found.append("")
    return [part for part in found if part]


def beginnings(text: str, *, compounds: bool = False) -> set[str]:
    """A name from each of its words on, also as it is written without umlauts, and with those that it may stand for.

    With `compounds` also from within its long words on.
    """
    spelled = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold()).translate(_UMLAUTS)
    read = _SPELLED.sub("", fold(text))
    found = {word for spelling in (spelled, read) for word in _from_each_word(parts(spelling))}
    return found | set(_from_each_word(parts(text), compounds=compounds))


def _from_each_word(found: list[str], *, compounds: bool = False) -> Iterator[str]:
    whole, start = "".join(found), 0
    for part in found:
        within = range(_ELEMENT, len(part) - _ELEMENT) if compounds and len(part) >= _COMPOUND else range(0)
        for offset, letter in enumerate(part):
            if offset == 0 or offset in within or _UNSPACED.match(letter):
                yield whole[start + offset : start + offset + MAX_NAME_LENGTH]
        start += len(part)


def company_word(name: str) -> str:
    """A company's name as a whole, as one of its words."""
    return "".join(parts(name))[:MAX_NAME_LENGTH]


def _company_words(name: str) -> set[str]:
    return beginnings(name, compounds=True)


def address_words(email: str) -> set[str]:
    """An address as whole, in both spellings of its domain; and its local part from each of its words on."""
    return {*whole_address(email), *beginnings(email.rpartition("@")[0])}


def whole_address(email: str) -> set[str]:
    """An address in the forms in which people write it whole."""
    try:
        address = read_address(email)
    except InvalidAddress:
        return {typed_address(email)}
    local = address.key.rpartition("@")[0]
    return {typed_address(address.key), typed_address(f"{local}@{displayed(address.domain)}")}


def typed_address(text: str) -> str:
    """An address, or the beginning of one, as it is compared."""
    seen = (letter for letter in unicodedata.normalize("NFKC", text) if unicodedata.category(letter)[0] not in "CZ")
    return "".join(seen).casefold()[:MAX_WORD_LENGTH]


def _domain_words(domain: str) -> set[str]:
    """A domain and those above it, in both spellings."""
    found = set()
    for spelling in (domain, displayed(domain)):
        labels = spelling.split(".")
        found |= {"".join(parts(".".join(labels[start:])))[:MAX_NAME_LENGTH] for start in range(len(labels) - 1)}
    return found - {""}


def words_of(order: Dossier) -> set[Word]:
    """The words of everything that an order shows."""
    return _words(_shown(order))


def _words(shown: Iterable[Shown]) -> set[Word]:
    return {(kind, word) for kind, words, text in shown for word in words(text)}


def _shown(order: Dossier) -> set[Shown]:
    """The texts that an order shows, each with how its words are made."""
    names: dict[WordKind, list[str | None]] = {
        WordKind.NUMBER: [order.order_number, order.external_id],
        WordKind.COMPANY: [order.company_name],
        WordKind.SELLER: [order.seller_name],
        WordKind.SUBSCRIPTION: [order.subscription_number],
        WordKind.ORGANIZATION: [side.display_name for side in (order.partner, order.customer) if side],
        WordKind.SITE: [site.name for site in order.sites],
    }
    found: set[Shown] = {
        (kind, _company_words if kind in _COMPANIES else beginnings, text)
        for kind, texts in names.items()
        for text in texts
        if text
    }
    if order.customer_domain:
        found.add((WordKind.COMPANY, _domain_words, order.customer_domain))
    for address in _addresses(order):
        found.add((WordKind.ADDRESS, address_words, address))
        found.add((WordKind.DOMAIN, _domain_words, address.rpartition("@")[2].lower()))
    return found


def _addresses(order: Dossier) -> set[str]:
    """The addresses that an order shows to those who see it whole."""
    known = [order.contact_email, order.seller_email, order.customer_admin_email, order.customer_contact]
    known += [service.delegate_email for service in order.services]
    return {address for address in [*known, *(person.email for person in order.administrators)] if address}


def adding(order: Dossier) -> list[Change]:
    """What writes the words of an order that was placed."""
    return _inserting((order.id, kind, word) for kind, word in words_of(order))


async def save(order: Dossier, before: Dossier, mailed: Iterable[str]) -> None:
    """Write the words of an order that was changed, in the caller's transaction.

    Most changes change no text and write nothing.
    """
    shown, old = _shown(order), _shown(before)
    if old - shown:
        await rewrite([order.id])  # also what it mailed to whom it no longer shows
        return
    await _insert((order.id, kind, word) for kind, word in _words(shown - old) | _recipients(order, mailed))


def recipients(order: Dossier, mailed: Iterable[str]) -> list[Change]:
    """What writes to whom the system wrote about an order."""
    return _inserting((order.id, kind, word) for kind, word in _recipients(order, mailed))


def _recipients(order: Dossier, mailed: Iterable[str]) -> set[Word]:
    others = set(mailed) - _addresses(order)
    return {(WordKind.RECIPIENT, word) for address in others for word in whole_address(address)}


async def rewrite(ids: list[int]) -> int:
    """Make the words of these orders what they should be; how many orders' were not. In the caller's transaction."""
    wrong = await _find_stale(ids)
    if wrong:
        await database.execute(f"DELETE FROM order_word WHERE order_id {among(1)}", [listed(wrong)])
        await _insert((number, kind, word) for number, words in wrong.items() for kind, word in words)
    return len(wrong)


async def _find_stale(ids: list[int]) -> dict[int, set[Word]]:
    """Those of the orders whose words are not what they should be, with what they should be."""
    orders = await dossier.read_where(f"o.id {among(2)}", [listed(ids)], "")
    stored: dict[int, set[Word]] = {order.id: set() for order in orders}
    sql = f"SELECT order_id, kind, word FROM order_word WHERE order_id {among(1)}"
    for row in await database.rows(sql, [listed(stored)]):
        stored[row["order_id"]].add((WordKind(row["kind"]), row["word"]))
    mailed: dict[int, set[str]] = {order.id: set() for order in orders}
    sql = f"SELECT DISTINCT order_id, recipient FROM email_message WHERE order_id {among(1)}"
    for row in await database.rows(sql, [listed(stored)]):
        mailed[row["order_id"]].add(row["recipient"])
    wanted = {order.id: words_of(order) | _recipients(order, mailed[order.id]) for order in orders}
    return {number: words for number, words in wanted.items() if words != stored[number]}


async def _insert(rows: Iterable[tuple[int, WordKind, str]]) -> None:
    for sql, values in _inserting(rows):
        await database.execute(sql, values)


def _inserting(rows: Iterable[tuple[int, WordKind, str]]) -> list[Change]:
    # In one order, so that two who write the same words never wait for each other.
    written = sorted((order_id, kind.value, word) for order_id, kind, word in rows)
    if not written:
        return []
    sql, given = inserting("order_word", _COLUMNS, written)
    return [(f"{sql} ON CONFLICT (order_id, kind, word) DO NOTHING", given)]


async def repair(*, missing: bool = False) -> int:
    """Look through all orders and mend words that are not what they should be; how many orders' were not.

    Opens its own transactions, only for what is wrong, and may be killed and run again. With `missing` it only fills
    orders that have no words yet.
    """
    without = "NOT EXISTS (SELECT 1 FROM order_word w WHERE w.order_id = o.id)" if missing else "1 = 1"
    sql = f"SELECT o.id FROM orders o WHERE o.id > $1 AND {without} ORDER BY o.id LIMIT {_BATCH}"
    last, mended = 0, 0
    while found := [row["id"] for row in await database.rows(sql, [last])]:
        if wrong := sorted(found if missing else await _find_stale(found)):
            async with database.transaction():
                for number in wrong:
                    await dossier.lock(number)
                mended += await rewrite(wrong)
        last = found[-1]
    return mended


async def orders_of(organization_ids: list[int]) -> list[int]:
    """The orders that name these organizations, or what was merged into them."""
    ids = await members_of(organization_ids)
    sql = (
        f"SELECT id FROM orders WHERE partner_organization_id {among(1)} OR customer_organization_id {among(1)}"
        " ORDER BY id"
    )
    return [row["id"] for row in await database.rows(sql, [listed(ids)])]


async def rewrite_of_organizations(organization_ids: list[int]) -> None:
    """Write the words of the orders that name these organizations, or what was merged into them, anew."""
    found = await orders_of(organization_ids)
    for start in range(0, len(found), _BATCH):
        await rewrite(found[start : start + _BATCH])
