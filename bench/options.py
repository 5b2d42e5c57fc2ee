"""What may be asked of the bench."""

import argparse
from pathlib import Path

PEOPLE = 20_000
REPEATS = 25
RESULTS = Path(__file__).resolve().parent / "results"


def parse(words: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--people", type=int, default=PEOPLE, help="candidacies to measure at (default %(default)s)")
    parser.add_argument("--told", type=int, default=400, help="of them told act by act; the others are their copies")
    parser.add_argument("--repeats", type=int, default=REPEATS, help="warm repeats of each question")
    parser.add_argument("--only", nargs="*", default=[], metavar="KEY", help="questions to ask (default: all)")
    parser.add_argument("--statements", metavar="KEY", help="print the statements of one question and stop")
    parser.add_argument("--profile", metavar="KEY", help="profile one question in this process and stop")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the data there, and use them again")
    parser.add_argument("--output", type=Path, help="where the JSON goes (default: bench/results)")
    return parser.parse_args(words)
