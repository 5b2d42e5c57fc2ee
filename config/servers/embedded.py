"""The embedded servers of one checkout: started by whoever comes first, joined by the others."""

import contextlib
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from config.servers import keys
from config.servers.errors import ServerError
from config.servers.locks import Lock, State
from config.servers.postgres import Postgres
from config.servers.valkey import Valkey

RESTARTS = 3  # of one server, within WINDOW
WINDOW = 600  # seconds
PATIENCE = 60  # seconds to wait for another command that is starting or stopping the servers


def say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)  # noqa: T201 - the terminal is where these are read


class Servers:
    """The database and the broker (whichever is asked for) in the folder `var`."""

    def __init__(self, var: Path, *, database: bool = True, broker: bool = True, durable: bool = True) -> None:
        secrets = keys.load(var)
        self.postgres = Postgres(var / "postgres", secrets, durable=durable) if database else None
        self.valkey = Valkey(var / "valkey", secrets["broker"], durable=durable) if broker else None
        self.falls: dict[str, list[float]] = {}

    def running(self) -> list[Postgres | Valkey]:
        return [server for server in (self.postgres, self.valkey) if server is not None]

    def start(self) -> None:
        try:
            for server in self.running():
                server.start()
        except BaseException:
            self.stop()
            raise

    def environment(self) -> dict[str, str]:
        found = {}
        if self.postgres is not None:
            found["DATABASE_URL"] = self.postgres.url("app")
            found["DATABASE_OWNER_URL"] = self.postgres.url("owner")
        if self.valkey is not None:
            found["REDIS_URL"] = self.valkey.url()
        return found

    def watch(self) -> None:
        """Start again what has died, on its old port. Raises ServerError when one dies too often."""
        for server in self.running():
            if server.alive():
                continue
            name = type(server).__name__
            now = time.monotonic()
            self.falls[name] = [*(at for at in self.falls.get(name, []) if now - at < WINDOW), now]
            if len(self.falls[name]) > RESTARTS:
                raise ServerError(f"{name} died {len(self.falls[name])} times in ten minutes; see {server.log}.")
            say(f"{name} died; starting it again (log: {server.log}).")
            server.start()
            say(f"{name} is up again.")

    def stop(self) -> None:
        for server in reversed(self.running()):
            server.stop()


class Checkout:
    """Turns at the servers of one `var` folder: one owner, any number of users beside it."""

    def __init__(self, var: Path) -> None:
        var.mkdir(parents=True, exist_ok=True)
        self.owner, self.users, self.state = Lock(var / "servers.lock"), Lock(var / "servers.users"), State(var)

    def own(self) -> bool:
        """Whether the servers are ours to start."""
        if not self.owner.take():
            return False
        self.state.clear()
        return True

    def join(self) -> dict | None:
        """The running servers' facts, which hold until `leave`; None while there are none to join."""
        if not self.users.take(shared=True):
            return None
        facts = self.state.read()
        if facts is None:
            self.users.free()
        return facts

    def leave(self) -> None:
        self.users.free()

    def give_up(self) -> None:
        """Call when the servers are about to stop: waits until the commands that joined have ended."""
        if not self.users.take():
            say("Other commands still use the servers; waiting for them (Ctrl-C stops the servers at once).")
            with contextlib.suppress(KeyboardInterrupt):
                self.users.take(wait=True)

    def release(self) -> None:
        self.state.clear()
        self.users.free()
        self.owner.free()


def wait_for(turn: Callable[[], dict | bool | None], var: Path) -> dict | bool:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        result = turn()
        if result:
            return result
        time.sleep(0.1)
    raise ServerError(f"Another command has held {var / 'servers.lock'} for {PATIENCE} seconds. End it and try again.")


def complete(addresses: dict[str, str], *, database: bool, broker: bool) -> dict[str, str]:
    for needed, name in ((database, "DATABASE_URL"), (broker, "REDIS_URL")):
        if needed and name not in addresses:
            raise ServerError(f"The command that holds this checkout's servers was given its own {name}: set it too.")
    return addresses


@contextmanager
def joined_or_started(var: Path, *, database: bool, broker: bool) -> Iterator[dict[str, str]]:
    """The addresses of this checkout's servers, running for at least as long as the block."""
    checkout = Checkout(var)
    turn = wait_for(lambda: checkout.own() or checkout.join(), var)
    if isinstance(turn, dict):
        try:
            yield complete(turn["environment"], database=database, broker=broker)
        finally:
            checkout.leave()
        return
    servers = Servers(var, database=database, broker=broker)
    try:
        servers.start()
        checkout.state.write({"environment": servers.environment()})
        try:
            yield servers.environment()
        finally:
            checkout.give_up()
    finally:
        servers.stop()
        checkout.release()
