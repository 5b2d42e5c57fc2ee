"""`make run`: database, broker, migrations, demo data, then web, worker and beat; Ctrl-C stops them in reverse.

Servers whose address is given in DATABASE_URL / REDIS_URL are used and not started.
"""

import http.client
import os
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import psycopg2

from config import env, translations
from config.servers import environment
from config.servers.child import Child, port_is_free
from config.servers.embedded import RESTARTS, WINDOW, Checkout, Servers, say, wait_for
from config.servers.errors import ServerError

ROOT = environment.ROOT
PROGRAMS = Path(sys.executable).parent
PORTS = range(8000, 8100)
PATIENCE = 20  # seconds a process may take to finish what it is doing


class Stopped(Exception):
    """Ctrl-C, or a request to end."""


class Stop:
    """Remembers that we were asked to end; a second request makes us hurry."""

    def __init__(self) -> None:
        self.asked = 0
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self.ask)

    def ask(self, number: int, frame: object) -> None:
        self.asked += 1

    def check(self) -> None:
        if self.asked:
            raise Stopped


class Process:
    """One of web, worker, beat: started again when it dies, but not for ever."""

    def __init__(self, name: str, command: Sequence[str | Path], orphaned: signal.Signals = signal.SIGTERM) -> None:
        self.name, self.command, self.orphaned = name, command, orphaned
        self.child: Child | None = None
        self.falls: list[float] = []

    def start(self) -> None:
        # The owner's login is not for them: what they run may be asked to do by anyone who can reach the site.
        variables = {name: value for name, value in os.environ.items() if name != "DATABASE_OWNER_URL"}
        # Celery minds being run by root; whoever tries the site in a container is, and should see the address last.
        variables.setdefault("PYTHONWARNINGS", "ignore:You're running the worker with superuser")
        self.child = Child(self.name, self.command, orphaned=self.orphaned, env=variables, cwd=ROOT)

    def watch(self) -> None:
        if self.child is not None and self.child.ended() is None:
            return
        now = time.monotonic()
        self.falls = [*(at for at in self.falls if now - at < WINDOW), now]
        if len(self.falls) > RESTARTS:
            raise ServerError(f"The {self.name} process died {len(self.falls)} times in ten minutes; see above.")
        say(f"The {self.name} process died; starting it again.")
        self.start()

    def stop(self, patience: float) -> None:
        if self.child is not None and not self.child.stop(patience):
            say(f"The {self.name} process did not end by itself and was killed.")


def choose_port() -> int:
    """PORT, or the first free one from 8000. Raises ServerError where it is taken."""
    if os.environ.get("PORT", "").strip():
        port = env.number("PORT", 8000, minimum=1)
        if not port_is_free(port):
            raise ServerError(f"Port {port} is taken by another program. Choose another one: PORT={port + 1} make run")
        return port
    for port in PORTS:
        if port_is_free(port):
            return port
    raise ServerError(f"All ports from {PORTS.start} to {PORTS.stop - 1} are taken. Choose one: PORT=9000 make run")


def manage(stop: Stop, *words: str, output: Path | None = None) -> None:
    """Run a command of manage.py to its end. Raises ServerError where it fails, Stopped where we are asked to end."""
    child = Child(words[0], [sys.executable, ROOT / "manage.py", *words], cwd=ROOT, log=output)
    while child.ended() is None:
        if stop.asked:
            child.stop(5)
            raise Stopped
        time.sleep(0.02)
    if child.ended():
        raise ServerError(f"`manage.py {' '.join(words)}` failed; see above.")


def database_is_empty() -> bool:
    """Whether nobody can sign in yet."""
    connection = psycopg2.connect(os.environ.get("DATABASE_OWNER_URL") or os.environ["DATABASE_URL"])
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT EXISTS (SELECT FROM accounts_user)")
            return not cursor.fetchone()[0]
    finally:
        connection.close()


def fill(stop: Stop, var: Path) -> None:
    """Demo data into an empty database; what the demo says about its accounts is kept to be shown at every start."""
    accounts = var / "demo.txt"
    has_demo = any(ROOT.glob("*/management/commands/demo.py"))
    fresh = env.flag("DEBUG", default=True) and env.flag("DEMO", default=True) and has_demo and database_is_empty()
    if fresh:
        say("Loading demo data …")
        accounts.unlink(missing_ok=True)
        manage(stop, "demo", output=accounts)
    if accounts.exists():
        told = accounts.read_text().strip()
        say(told if fresh else told[told.find("Tài khoản") :])


def processes(port: int) -> list[Process]:
    celery = (PROGRAMS / "celery", "--quiet", "-A", "config")
    return [
        Process(
            "web",
            [
                *(PROGRAMS / "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)),
                *("--workers", "1", "--blocking-threads", "4", "--log-level", "warning", "config.wsgi:application"),
            ],
        ),
        # An orphaned worker drops what it does: the task is not acknowledged and the next worker gets it.
        Process("worker", [*celery, "worker", "--concurrency", "2", "--loglevel", "WARNING"], signal.SIGQUIT),
        Process("beat", [*celery, "beat", "--loglevel", "WARNING", "--pidfile="]),
    ]


def wait_until_served(stop: Stop, web: Process, port: int) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        stop.check()
        web.watch()
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            connection.request("GET", "/")
            connection.getresponse()
        except OSError:
            time.sleep(0.1)
        else:
            return
        finally:
            connection.close()
    raise ServerError(f"The web process does not answer on port {port}.")


def take_turn(stop: Stop, checkout: Checkout, var: Path) -> None:
    """Become the owner of this checkout's servers; wait for a manage.py command that has them just now."""

    def turn() -> bool:
        stop.check()
        if checkout.own():
            return True
        facts = checkout.state.read()
        if facts and facts.get("address"):
            raise ServerError(f"This checkout already runs at {facts['address']} (process {facts['pid']}).")
        return False

    if not turn():
        say("Waiting for another command that uses this checkout's servers …")
        wait_for(turn, var)


def serve(stop: Stop, servers: Servers, checkout: Checkout, var: Path) -> None:
    begun = time.monotonic()
    port = choose_port()
    running: list[Process] = []
    try:
        servers.start()
        addresses = servers.environment()
        environment.fill_addresses(addresses)
        translations.compile_stale(ROOT / "locale")
        stop.check()
        manage(stop, "migrate", "--verbosity", "0")
        if not env.flag("DEBUG", default=True):
            manage(stop, "collectstatic", "--noinput", "--verbosity", "0")
        fill(stop, var)
        for process in processes(port):
            stop.check()
            process.start()
            running.append(process)
        wait_until_served(stop, running[0], port)
        address = f"http://127.0.0.1:{port}/"
        checkout.state.write({"environment": addresses, "address": address})
        say(f"Tạo nguồn: {address}  (started in {time.monotonic() - begun:.1f} s; Ctrl-C stops everything)")
        while True:
            stop.check()
            servers.watch()
            for process in running:
                process.watch()
            time.sleep(0.2)
    finally:
        checkout.state.clear()
        for process in reversed(running):
            process.stop(PATIENCE if stop.asked < 2 else 1)
        servers.stop()


def main() -> int:
    stop = Stop()
    var = environment.folder()
    try:
        checkout = Checkout(var)
        take_turn(stop, checkout, var)
        if env.flag("DEBUG", default=True):
            environment.fill_keys(var)
        elif environment.unset("DATABASE_URL") or environment.unset("REDIS_URL"):
            raise ServerError("With DEBUG off, DATABASE_URL and REDIS_URL must be set (docs/setup.md).")
        os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
        servers = Servers(var, database=environment.unset("DATABASE_URL"), broker=environment.unset("REDIS_URL"))
        serve(stop, servers, checkout, var)
    except Stopped:
        say("Stopped.")
    except ServerError as error:
        say(str(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
