"""`python -m bench`: servers, people, questions, the table."""

# ruff: noqa: E402, T201 - the servers must answer before anything reads settings; the terminal is where this is read

from bench import options
from bench.cluster import Cluster

asked = options.parse()
cluster = Cluster(asked.keep)
cluster.start()

import cProfile
import os
import pstats
import sys

import django

django.setup()

import psycopg2
from django.conf import settings
from django.utils import timezone

from accounts.models import User
from bench import filling, measuring, printing, questions
from bench.site import Session
from candidates.models import Candidate
from organizations.models import Assignment
from organizations.scope import whole
from reports.actions import open_due_reports
from reports.demo.staff import PASSWORD


def fill(today):
    """The people, and how many statements each question took before they were copied."""
    with whole():
        there = Candidate.objects.count()
    if not there:
        print(f"Telling {asked.told} candidacies act by act …", file=sys.stderr)
        filling.tell(today=today, candidates=asked.told)
        settings.REPORT_FIRST_MONTH = questions.last_month(today).from_on
        with whole():
            open_due_reports(today)
    users, small = people(), {}
    if there < asked.people:
        small = {one.key: len(measuring.statements_of(one, users[one.user])) for one in chosen(users)}
        print(f"Copying them to {asked.people} …", file=sys.stderr)
        filling.copy_to(psycopg2.connect(os.environ["DATABASE_OWNER_URL"]), asked.people)
    return users, small


def people():
    found = {user.username: user for user in User.objects.all()}
    for office in Assignment.objects.select_related("organization"):
        next(user for user in found.values() if user.pk == office.user_id).acting = office
    return found


def chosen(users):
    return [one for one in questions.plan(users) if not asked.only or one.key in asked.only]


def look_into(users):
    """Print the statements or the profile of one question."""
    key = asked.statements or asked.profile
    question = next(one for one in questions.plan(users) if one.key == key)
    for _turn in range(3):
        sent = measuring.statements_of(question, users[question.user])
    if asked.statements:
        print("\n".join(f"{number}. {sql}" for number, sql in enumerate(sent, 1)))
        return
    profile = cProfile.Profile()
    for _turn in range(10):
        profile.runcall(measuring.statements_of, question, users[question.user])
    pstats.Stats(profile).sort_stats("cumulative").print_stats(60)
    pstats.Stats(profile).sort_stats("tottime").print_stats(30)


def main():
    users, small = fill(timezone.localdate())
    if asked.statements or asked.profile:
        look_into(users)
        return
    found = chosen(users)
    for question in found:
        sent = measuring.statements_of(question, users[question.user])
        question.measured |= {"statements": len(sent), "statements_small": small.get(question.key)}
    port, floor_port = cluster.serve("config.settings", "/"), cluster.serve("bench.floor", "/")
    sites = {name: Session(port) for name in {question.user for question in found}}
    for name, site in sites.items():
        site.sign_in(name, PASSWORD)
    databases = {name: measuring.Database(users[name].acting) for name in sites}
    floor = Session(floor_port, next(iter(sites.values())).cookies)
    print(f"Asking {len(found)} questions {asked.repeats} times …", file=sys.stderr)
    heights = measuring.measure(found, sites, floor, databases, asked.repeats)
    rows = printing.rows_of(found, heights)
    facts = {"people": asked.people, "told": asked.told, "repeats": asked.repeats}
    file = printing.write(asked.output or options.RESULTS, rows, heights, facts)
    print(f"H = {measuring.median(heights):.2f} ms (p95 {measuring.p95(heights):.2f})\n\n{printing.table(rows)}\n")
    print(f"Written to {file}", file=sys.stderr)


try:
    main()
finally:
    cluster.stop()
