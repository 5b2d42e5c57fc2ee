"""PostgreSQL and Valkey of our own, run as child processes while DATABASE_URL / REDIS_URL are unset (docs/setup.md)."""

import sys

if sys.platform == "win32":
    sys.exit("Tạo nguồn runs on Linux and macOS. On Windows, run it inside WSL 2 (docs/setup.md).")
