"""Third-party files for the browser: taken from node_modules, only the ones listed, served under vendor/."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.storage import HashedFilesMixin
from django.core.checks import CheckMessage, Error
from django.core.files.storage import FileSystemStorage, Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

from config.icons import ICONS

SPRITE = "icons.svg"
FILES = {
    "tabler/tabler.min.css": "@tabler/core/dist/css/tabler.min.css",
    "tabler/tabler.min.js": "@tabler/core/dist/js/tabler.min.js",
    "htmx/htmx.min.js": "htmx.org/dist/htmx.min.js",
    "chart/chart.umd.min.js": "chart.js/dist/chart.umd.min.js",
}


def symbol(name: str) -> str:
    """The icon's drawing as a <symbol> of the sprite. Raises FileNotFoundError for a name Tabler does not have."""
    style, _, plain = name.rpartition("/")
    folder = Path(settings.BASE_DIR, "node_modules/@tabler/icons/icons", style or "outline")
    shapes = re.sub(r"(?s)^.*?<svg[^>]*>|</svg>\s*$", "", (folder / f"{plain}.svg").read_text())
    return f'<symbol id="{name.replace("/", "-")}" viewBox="0 0 24 24">{" ".join(shapes.split())}</symbol>'


def sprite() -> Path:
    """One file with the icons of config/icons.py, written anew when the list or the drawings have changed."""
    path = Path(settings.VAR_DIR, SPRITE)
    drawn = '<svg xmlns="http://www.w3.org/2000/svg">' + "".join(map(symbol, sorted(ICONS))) + "</svg>\n"
    if not path.exists() or path.read_text() != drawn:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(drawn)
    return path


class VendorStorage(FileSystemStorage):
    """The listed files under the names they are served by."""

    prefix = "vendor"

    def path(self, name: str) -> str:
        if name == SPRITE:
            return str(sprite())
        return str(Path(settings.BASE_DIR, "node_modules", FILES[name]))


class VendorFinder(BaseFinder):
    storage = VendorStorage()

    def check(self, **kwargs: Any) -> list[CheckMessage]:
        missing = [name for name in FILES if not Path(self.storage.path(name)).is_file()]
        if not missing:
            return []
        return [Error(f"node_modules lacks {', '.join(missing)}.", hint="Run `make setup`.", id="config.E001")]

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> str | list[str]:  # type: ignore[override]
        name = path.removeprefix("vendor/")
        found = [self.storage.path(name)] if path.startswith("vendor/") and (name in FILES or name == SPRITE) else []
        if find_all or kwargs.get("all"):
            return found
        return found[0] if found else []

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Storage]]:  # type: ignore[override]
        return ((name, self.storage) for name in (*FILES, SPRITE))


def without_source_maps(patterns: tuple) -> tuple:
    def kept(pattern: str | tuple[str, str]) -> bool:
        return "sourceMappingURL" not in (pattern if isinstance(pattern, str) else pattern[0])

    return tuple((glob, tuple(one for one in group if kept(one))) for glob, group in patterns)


class StaticStorage(CompressedManifestStaticFilesStorage):
    """Names with a hash of the content, compressed once. The vendors' files name source maps, which are not served."""

    patterns = without_source_maps(HashedFilesMixin.patterns)
