"""Vietnamese names (family, middle, given): one spelling to store, one order to list, one folding to search."""

import re
import unicodedata
from typing import NamedTuple

from exchange import folding

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
# One ASCII character a letter, in the alphabet's order, so that byte order (C collation) is the order of names.
RANKS = dict(zip(ALPHABET, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg", strict=True))
# Tone order: ngang < huyền < hỏi < ngã < sắc < nặng (CLDR, vi). Ngang has no mark and writes nothing.
TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
LETTER_MARKS = "\u0302\u0306\u031b"  # circumflex, breve, horn: they make another letter, not another tone

INVISIBLE = dict.fromkeys([0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF])
LOOKALIKES = str.maketrans(
    {
        **dict.fromkeys("’‘ʼʹ`´′＇", "'"),
        **dict.fromkeys("‐‑‒–—−", "-"),
        "Ð": "Đ",
        "Ɖ": "Đ",
        "ð": "đ",
    }
)


class Parts(NamedTuple):
    """A name taken apart; a name of one word has only the given name."""

    family: str
    middle: str
    given: str


def normalise(raw: str) -> str:
    """The one stored spelling: NFC, single spaces, nothing invisible, one apostrophe and one hyphen; case as typed."""
    text = unicodedata.normalize("NFC", raw.translate(INVISIBLE)).translate(LOOKALIKES)
    return " ".join(text.split())


def split(name: str) -> Parts:
    """Family name the first word, given name the last, what stands between is the middle name."""
    words = normalise(name).split(" ")
    if len(words) == 1:
        return Parts("", "", words[0])
    return Parts(words[0], " ".join(words[1:-1]), words[-1])


def sort_key(name: str) -> str:
    """ASCII text whose byte order is the order of Vietnamese lists: given name, then family, then middle name.

    Word by word: the letters of the whole word first (a ă â b c d đ e ê …), its tones second. Spaces and the slash
    between letters and tones stand before every letter in ASCII, so a shorter word stands first.
    """
    family, middle, given = split(name)
    return " ".join(_word_key(word) for word in (given, family, *middle.split(" ")) if word)


def search_text(name: str) -> str:
    """What a name and a search for it share: no marks, đ as d, y as i, no apostrophes, small letters, single spaces."""
    return folding.search_text(normalise(name))


def in_title_case(name: str) -> str:
    """First letters raised and the others lowered, also after an apostrophe or a hyphen: K'BRÌU gives K'Brìu."""
    return re.sub(r"[^\W\d_]+", lambda word: word[0][0].upper() + word[0][1:].lower(), normalise(name))


def with_initials_raised(name: str) -> str:
    """Every word's first letter raised, also after an apostrophe or a hyphen; the others stay as they are."""
    return re.sub(r"[^\W\d_]+", lambda word: word[0][0].upper() + word[0][1:], normalise(name))


def is_one_case(name: str) -> bool:
    """Whether every letter is a capital, or none is: the case then says nothing and may be repaired."""
    text = normalise(name)
    return text.isupper() or text.islower()


def is_name(text: str) -> bool:
    """Whether it can be a name: a letter first; then letters, spaces, apostrophes, hyphens and points."""
    return bool(re.fullmatch(r"[^\W\d_](?:[^\W\d_]|[ '\-.])*", normalise(text)))


def _word_key(word: str) -> str:
    letters: list[str] = []
    tones: list[str] = []
    for character in unicodedata.normalize("NFD", word.lower()):
        if character in TONES:
            tones.append(TONES[character])
        elif character in LETTER_MARKS and letters:
            letters[-1] = unicodedata.normalize("NFC", letters[-1] + character)
        else:
            letters.append(character)
    ranks = "".join(RANKS.get(letter) or RANKS.get(letter[0], "") for letter in letters)
    return f"{ranks}/{''.join(tones)}"
