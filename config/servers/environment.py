"""What must stand in the environment before settings are read: addresses, keys, and whether a command owns tables."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from config import env
from config.servers import embedded, keys
from config.servers.errors import ServerError

ROOT = Path(__file__).resolve().parent.parent.parent
# Commands that change or compare the schema connect as the owner of the tables; all others as a role that owns none.
OWNER_COMMANDS = frozenset(
    {"dbshell", "flush", "inspectdb", "makemigrations", "migrate", "optimizemigration", "showmigrations", "sqlflush",
     "sqlmigrate", "sqlsequencereset", "squashmigrations", "test"}
)  # fmt: skip
# Commands that touch neither database nor broker.
OFFLINE_COMMANDS = frozenset(
    {"", "--help", "--version", "-h", "assess", "collectstatic", "compilemessages", "diffsettings", "findstatic",
     "help", "makemessages", "startapp", "startproject", "version"}
)  # fmt: skip
OFFLINE = {"DATABASE_URL": "postgresql:///offline", "REDIS_URL": "redis://offline/0"}


def folder() -> Path:
    """Where this checkout keeps what it makes while it runs; VAR_DIR moves it."""
    return env.folder("VAR_DIR", ROOT / "var")


def unset(name: str) -> bool:
    return not os.environ.get(name, "").strip()


def fill_keys(var: Path) -> None:
    """Keys that are unset come from var/secrets."""
    for name, value in keys.load(var).items():
        if name.isupper() and unset(name):
            os.environ[name] = value


def fill_addresses(addresses: dict[str, str]) -> None:
    """Addresses that are unset are those of the embedded servers. The owner's login belongs to the same database."""
    given = {name: value for name, value in addresses.items() if unset(name)}
    if "DATABASE_URL" not in given:
        given.pop("DATABASE_OWNER_URL", None)
    os.environ.update(given)


@contextmanager
def for_command(argv: Sequence[str]) -> Iterator[None]:
    """Make ready for `manage.py COMMAND`: join or start the servers that are not given. With DEBUG off, do nothing."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    command = argv[1] if len(argv) > 1 else ""
    if command in OWNER_COMMANDS:
        os.environ["DATABASE_AS_OWNER"] = "1"
    if not env.flag("DEBUG", default=True):
        yield
        return
    try:
        fill_keys(folder())
        if command in OFFLINE_COMMANDS:
            fill_addresses(OFFLINE)
            yield
            return
        database, broker = unset("DATABASE_URL"), unset("REDIS_URL")
        if not database and not broker:
            yield
            return
        with embedded.joined_or_started(folder(), database=database, broker=broker) as addresses:
            fill_addresses(addresses)
            yield
    except ServerError as error:
        sys.exit(str(error))
