"""The throw-away PostgreSQL and Valkey of one test run, and the environment its settings are read from.

Imported by tests/conftest.py before anything reads settings. With DATABASE_URL / REDIS_URL given, those are used.
"""

import atexit
import os
import re
import shutil
import tempfile
from pathlib import Path

from config.servers import environment
from config.servers.embedded import Servers

worker = os.environ.get("PYTEST_XDIST_WORKER", "")
started: list[Servers] = []
SETTINGS = "DJANGO_SETTINGS_MODULE"


def start() -> None:
    """Fill the environment; in the process that runs the tests' workers, start what is not given."""
    if worker:
        # One broker for all workers, a numbered database in it for each.
        database = int(worker.removeprefix("gw")) % 15 + 1
        os.environ[SETTINGS] = "config.settings"
        os.environ["REDIS_URL"] = re.sub(r"/\d*$", "", os.environ["REDIS_URL"]) + f"/{database}"
        return
    os.environ[SETTINGS] = "config.settings"
    os.environ.setdefault("DEBUG", "on")
    os.environ["HASHED_STATIC"] = "off"
    # The test database is made by the owner; tests/database.py then drops every session to the application's role.
    os.environ["DATABASE_AS_OWNER"] = "on"
    folder = Path(tempfile.mkdtemp(prefix="tao-nguon-test-"))
    folder.chmod(0o755)
    os.environ["VAR_DIR"] = str(folder)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    environment.fill_keys(folder)
    database, broker = environment.unset("DATABASE_URL"), environment.unset("REDIS_URL")
    servers = Servers(folder, database=database, broker=broker, durable=False)
    servers.start()
    started.append(servers)
    atexit.register(stop)
    environment.fill_addresses(servers.environment())


def settings_are_read() -> None:
    """Called once they are. A worker must name them itself: where its environment does, pytest-django reads them before
    the worker has a database of its own in the broker, and what its tests send goes to the one of nobody.
    """
    if not worker:
        del os.environ[SETTINGS]


def stop() -> None:
    while started:
        started.pop().stop()
