"""The bench itself, on few people and once round: what it says must hold, how long it took must not matter."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GIVEN = ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL", "VAR_DIR", "DATABASE_AS_OWNER", "PYTEST_XDIST_WORKER")


def test_the_number_of_statements_does_not_grow_with_the_people(tmp_path):
    output = tmp_path / "bench.json"
    environment = {name: value for name, value in os.environ.items() if name not in GIVEN}
    subprocess.run(
        [sys.executable, "-m", "bench", "--told", "100", "--people", "200", "--repeats", "1", "--output", output],
        cwd=ROOT,
        env=environment,
        check=True,
        timeout=600,
    )
    rows = json.loads(output.read_text())["questions"]
    grown = {row["key"]: (row["statements_small"], row["statements"]) for row in rows}
    assert grown == {key: (small, small) for key, (small, _now) in grown.items()}
    assert set(grown) == {
        *("list", "deep", "subtree", "base", "search", "detail", "form", "frame", "act", "paper", "dashboard"),
        "report",
    }
