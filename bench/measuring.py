"""Asking the questions in turn, and counting what each sends to the database."""

import math
import os
import re
import statistics
import time
from collections.abc import Sequence

import psycopg2
from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.questions import Question
from bench.site import SIGN_IN, Request, Session
from organizations.permissions import interval_of

WARM = 6  # turns before the clock counts: every thread of the server has a connection and its templates
# What begins and ends a transaction of its own is a savepoint inside ours, which also gives its scope back at the end.
NESTED = re.compile(r"^(RELEASE )?SAVEPOINT|^SELECT set_config\(")


class Database:
    """One connection to PostgreSQL as the application's role, armed with the scope of an office."""

    def __init__(self, office) -> None:
        self.connection = psycopg2.connect(os.environ["DATABASE_URL"])
        self.connection.autocommit = True
        self.cursor = self.connection.cursor()
        interval = interval_of(office)
        self.cursor.execute(f"SET ROLE {settings.DATABASE_ROLE}")
        self.arm(interval.low, interval.high)

    def arm(self, low: str, high: str) -> None:
        self.cursor.execute(
            "SELECT set_config('app.scope_from', %s, false), set_config('app.scope_to', %s, false)", [low, high]
        )

    def timed(self, question: Question) -> float:
        """Milliseconds of the question's statements, every row fetched; one transaction where it writes."""
        parameters = next(question.parameters)
        begun = time.perf_counter()
        if question.writes:
            self.cursor.execute("BEGIN")
        for statement in question.statements:
            self.cursor.execute(statement, parameters)
            if self.cursor.description:
                self.cursor.fetchall()
        if question.writes:
            self.cursor.execute("COMMIT")
        return 1000 * (time.perf_counter() - begun)


def statements_of(question: Question, user) -> list[str]:
    """The statements of one turn in this process; what it writes is taken back."""
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(user)
    request = None if question.requests is None else next(question.requests)
    with transaction.atomic(), CaptureQueriesContext(connection) as captured:
        question.work() if request is None else _sent(client, request)
        transaction.set_rollback(True)
    sent = [query["sql"] for query in captured.captured_queries]
    return [sql for sql in sent if not NESTED.match(sql)]


def _sent(client: Client, request: Request) -> None:
    answer = client.get(request.path) if request.data is None else client.post(request.path, request.data)
    if answer.status_code != request.status or answer.headers.get("Location", "").startswith(SIGN_IN):
        raise ValueError(f"{request.path} answered {answer.status_code}: {answer.content.decode()[:3000]}")


def measure(
    questions: Sequence[Question],
    sites: dict[str, Session],
    floor: Session,
    databases: dict[str, Database],
    repeats: int,
) -> list[float]:
    """Fill `measured` of every question with its times in milliseconds, and return those of H."""
    hello = Request("/")
    heights = []
    for question in questions:
        question.measured |= {"page": [], "direct": []}
    for turn in range(-WARM, repeats):
        heights.append(floor.timed(hello))
        for question in questions:
            if turn < -2 and (question.work or question.writes):
                continue
            page = _worked(question) if question.work else sites[question.user].timed(next(question.requests))
            asked = databases[question.user].timed(question) if question.statements else 0.0
            if turn >= 0:
                question.measured["page"].append(page)
                question.measured["direct"].append(asked)
    return heights[WARM:]


def _worked(question: Question) -> float:
    begun = time.perf_counter()
    question.work()
    return 1000 * (time.perf_counter() - begun)


def median(times: Sequence[float]) -> float:
    return statistics.median(times)


def p95(times: Sequence[float]) -> float:
    return sorted(times)[math.ceil(0.95 * len(times)) - 1]
