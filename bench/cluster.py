"""Throw-away servers of one run, the environment settings are read from, and the web processes that are measured."""

import http.client
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from config.servers import environment
from config.servers.child import Child, free_port
from config.servers.embedded import Servers

ROOT = environment.ROOT
PROGRAMS = Path(sys.executable).parent
THREADS = 4
# As a real server has it, but by plain HTTP on this machine; whatever the caller's environment says does not count.
ENVIRONMENT = {
    "DJANGO_SETTINGS_MODULE": "config.settings",
    "DEBUG": "off",
    "HTTPS": "off",
    "ALLOWED_HOSTS": "127.0.0.1",
    "HASHED_STATIC": "on",
    "DATABASE_AS_OWNER": "off",
}


class Cluster:
    """Servers with a migrated database and collected static files; all is gone after `stop`.

    With `keep`, the data stay in that folder, and a later run finds them there.
    """

    def __init__(self, keep: Path | None = None) -> None:
        self.keep = keep
        self.folder = keep or Path(tempfile.mkdtemp(prefix="tao-nguon-bench-"))
        self.folder.mkdir(parents=True, exist_ok=True)
        self.folder.chmod(0o755)
        self.webs: list[Child] = []

    def start(self) -> None:
        os.environ.update(ENVIRONMENT, VAR_DIR=str(self.folder), STATIC_ROOT=str(self.folder / "static"))
        for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL"):
            os.environ.pop(name, None)
        environment.fill_keys(self.folder)
        self.servers = Servers(self.folder)
        self.servers.start()
        try:
            environment.fill_addresses(self.servers.environment())
            manage("migrate", "--verbosity", "0")
            manage("collectstatic", "--noinput", "--verbosity", "0")
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        for web in self.webs:
            web.stop(5)
        self.servers.stop()
        if self.keep is None:
            shutil.rmtree(self.folder, ignore_errors=True)

    def serve(self, settings: str, path: str) -> int:
        """A web server as `make run` has it, with these settings; the port on which it answers `path`."""
        port = free_port()
        command = [
            *(PROGRAMS / "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)),
            *("--workers", "1", "--blocking-threads", str(THREADS), "--log-level", "warning"),
            "config.wsgi:application",
        ]
        web = Child(settings, command, env=os.environ | {"DJANGO_SETTINGS_MODULE": settings}, cwd=ROOT)
        self.webs.append(web)
        until = time.monotonic() + 60
        while time.monotonic() < until and web.ended() is None:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
            try:
                connection.request("GET", path)
                connection.getresponse()
            except OSError:
                time.sleep(0.1)
            else:
                return port
            finally:
                connection.close()
        raise RuntimeError(f"the web server with {settings} does not answer")


def manage(*words: str) -> None:
    subprocess.run([sys.executable, "manage.py", *words], cwd=ROOT, check=True)  # noqa: S603
