"""The English catalogue: `python -m config.translations update | check | compile`. Needs no gettext tools.

Source strings are Vietnamese and stand in the code; locale/en/LC_MESSAGES/django.po holds their translation.
"""

import ast
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

Message = str | tuple[str, ...]  # a tuple: singular and plural

ROOT = Path(__file__).resolve().parent.parent
LANGUAGE = "en"
NOT_OURS = frozenset({".venv", "node_modules", "var", "staticfiles", "tests", "bench", "migrations"})
KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), (1,)),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
# Without dates: two branches that add a message each should not collide here.
HEADER = """# The English catalogue; `make messages` brings it up to date with the code.
msgid ""
msgstr ""
"Language: en\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
CALL = re.compile(r"(?<![\w.])(_|gettext|ngettext|pgettext|npgettext)\(")


def catalogue(root: Path) -> Path:
    return root / "locale" / LANGUAGE / "LC_MESSAGES" / "django.po"


def sources(root: Path, pattern: str) -> Iterator[Path]:
    for path in sorted(root.rglob(pattern)):
        if not NOT_OURS.intersection(path.relative_to(root).parts):
            yield path


def in_python(path: Path) -> Iterator[tuple[Message, str | None]]:
    with path.open("rb") as file:
        for _line, message, _comments, context in extract("python", file, keywords=KEYWORDS):
            yield message, context


def in_template(path: Path) -> Iterator[tuple[Message, str | None]]:
    """Django writes a template as lines with calls of gettext in them; each call's arguments are read as Python."""
    written = templatize(path.read_text(), origin=str(path))
    for call in CALL.finditer(written):
        words = arguments(written, call.end())
        if words is None:
            continue
        context = words.pop(0) if call[1] in ("pgettext", "npgettext") else None
        yield (tuple(words[:2]) if call[1] in ("ngettext", "npgettext") else words[0]), context


def arguments(written: str, begin: int) -> list[str] | None:
    """The strings of a call that begins before `begin`; None where its first argument is no plain string."""
    end = begin
    while (end := written.find(")", end) + 1) > 0:
        try:
            parsed = ast.parse(f"f({written[begin:end]}", mode="eval").body
        except SyntaxError:
            continue
        if not isinstance(parsed, ast.Call):
            return None
        words = [one.value for one in parsed.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        return words or None
    return None


def messages(root: Path) -> dict[tuple[str | None, Message], list[str]]:
    """Every message of the code and where it stands; templates and Python, without tests."""
    found: dict[tuple[str | None, Message], list[str]] = {}
    for pattern, read in (("*.py", in_python), ("*.html", in_template), ("*.txt", in_template)):
        for path in sources(root, pattern):
            if pattern == "*.txt" and "templates" not in path.parts:
                continue
            for message, context in read(path):
                if message:
                    found.setdefault((context, message), []).append(path.relative_to(root).as_posix())
    return found


def fresh(root: Path) -> Catalog:
    """The code's messages, with the translations that the catalogue has for them."""
    old = load(root)
    new = Catalog(locale=LANGUAGE, fuzzy=False)
    for (context, message), places in sorted(messages(root).items(), key=lambda one: (str(one[0][1]), one[0][0] or "")):
        known = old.get(message[0] if isinstance(message, tuple) else message, context) if old else None
        kept = known.string if known and known.id == message else None
        new.add(message, kept, locations=[(place, 0) for place in sorted(set(places))], context=context)
    return new


def load(root: Path) -> Catalog | None:
    path = catalogue(root)
    if not path.exists():
        return None
    with path.open("rb") as file:
        return read_po(file, locale=LANGUAGE)


def update(root: Path) -> None:
    path = catalogue(root)
    new = fresh(root)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(HEADER.encode())
        write_po(file, new, width=110, omit_header=True, include_lineno=False, ignore_obsolete=True)


def problems(root: Path) -> list[str]:
    """What is missing, empty, unsure or superfluous in the catalogue; nothing where there is none yet."""
    old = load(root)
    if old is None:
        return []
    new = fresh(root)
    wanted = {(message.context, message.id) for message in new if message.id}
    had = {(message.context, message.id) for message in old if message.id}
    found = [f"not in the catalogue: {message!r}" for _context, message in sorted(wanted - had, key=str)]
    found += [f"no longer in the code: {message!r}" for _context, message in sorted(had - wanted, key=str)]
    for message in old:
        strings = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
        if message.id and (message.fuzzy or not all(strings)):
            found.append(f"not translated: {message.id!r}")
        elif message.id and message.python_format:
            found += [f"{error}: {message.id!r}" for error in message.check(old)]
    return found


def compile_stale(locale: Path) -> None:
    """Write the binary of every catalogue that is newer than its binary."""
    for path in locale.glob("*/LC_MESSAGES/*.po"):
        binary = path.with_suffix(".mo")
        if binary.exists() and binary.stat().st_mtime >= path.stat().st_mtime:
            continue
        with path.open("rb") as source:
            read = read_po(source)
        part = binary.with_suffix(f".{os.getpid()}.part")  # test workers compile at the same time
        with part.open("wb") as target:
            write_mo(target, read)
        part.replace(binary)


def main(words: list[str]) -> int | str:
    match words:
        case ["update"]:
            update(ROOT)
        case ["compile"]:
            compile_stale(ROOT / "locale")
        case ["check"]:
            found = problems(ROOT)
            return "\n".join([*found, f"{len(found)} problems: `make messages` updates the catalogue."]) if found else 0
        case _:
            return "usage: python -m config.translations update | check | compile"
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
