"""Text compared without accents: what headings, code tables and searches share."""

import re
import unicodedata


def fold(text: str) -> str:
    """`text` in small letters without any mark, đ as d; everything else stays as it is."""
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return unicodedata.normalize("NFC", "".join(mark for mark in decomposed if not unicodedata.combining(mark)))


def folded_letters(text: str) -> str:
    """Only the folded letters and digits of `text`: “Ngày, tháng, năm sinh” gives ngaythangnamsinh."""
    return re.sub(r"[^a-z0-9]", "", fold(text))


def search_text(text: str) -> str:
    """What a name and a search for it share: folded words, y as i, apostrophes dropped, single spaces."""
    return " ".join(re.sub(r"[^\w\s]", " ", fold(text).replace("'", "")).replace("y", "i").split())
