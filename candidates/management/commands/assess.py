"""Judge dossiers from a JSON file, without the web and without the database (docs/assess.md)."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from candidates import pipeline
from candidates.dossier import BadFacts, Dossier, from_json, read_day
from candidates.statute import NoEdition, edition_on

REQUIRED = {"facts", "transition", "on"}
OPTIONAL = {"name"}


class Command(BaseCommand):
    help = _("Xét hồ sơ từ tệp JSON và in kết quả bằng JSON; không dùng cơ sở dữ liệu.")
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE.json", help=_("tệp JSON, hoặc - để đọc từ đầu vào chuẩn"))
        parser.add_argument(
            "--no-drafts", action="store_true", help=_("không dùng các phiên bản quy định 2026 còn là dự thảo")
        )

    def handle(self, *args: Any, file: str, no_drafts: bool, **options: Any) -> None:
        items = _items(_parsed(file))
        judged = [_judged(item, f"[{number}]", drafts=not no_drafts) for number, item in enumerate(items)]
        self.stdout.write(json.dumps(judged, ensure_ascii=False, indent=2))


def _parsed(file: str) -> object:
    try:
        return json.loads(sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as unreadable:
        raise _mistake(file, str(unreadable)) from unreadable
    except json.JSONDecodeError as broken:
        raise _mistake(file, _("không phải JSON: %(error)s") % {"error": broken}) from broken


def _items(parsed: object) -> list[Any]:
    return parsed if isinstance(parsed, list) else [parsed]


def _judged(item: Any, at: str, *, drafts: bool) -> dict[str, Any]:
    if not isinstance(item, dict):
        raise _mistake(at, _("phải là một đối tượng {…}"))
    for key in item.keys() - REQUIRED - OPTIONAL:
        raise _mistake(f"{at}.{key}", _("không có khóa này"))
    for key in sorted(REQUIRED - item.keys()):
        raise _mistake(f"{at}.{key}", _("thiếu khóa này"))
    transition = item["transition"]
    if not isinstance(transition, str) or transition not in pipeline.TRANSITIONS:
        listed = ", ".join(pipeline.TRANSITIONS)
        raise _mistake(f"{at}.transition", _("không có bước này; các bước: %(codes)s") % {"codes": listed})
    try:
        on = read_day(item["on"], "on")
        edition = edition_on(on, drafts=drafts)
    except BadFacts as bad:
        raise _mistake(f"{at}.{bad.path}", bad.message) from bad
    except NoEdition as none:
        raise _mistake(f"{at}.on", _("không có quy định nào được lưu cho ngày này")) from none
    dossier = _dossier(item["facts"], at)
    findings = pipeline.judge(dossier, transition, on, drafts=drafts)
    done = dossier.with_act(events={transition: on})
    return {
        **({"name": item["name"]} if "name" in item else {}),
        "transition": transition,
        "on": on.isoformat(),
        "edition": edition.key,
        "allowed": not any(finding.refuses for finding in findings),
        "findings": [
            {
                "rule": finding.rule,
                "severity": finding.severity.value,
                "message": finding.message,
                "citation": finding.citation,
                "clears": finding.clears,
                "unverified": finding.unverified,
            }
            for finding in findings
        ],
        "deadlines": [_deadline(due, on) for due in pipeline.deadlines(done, on, drafts=drafts)],
    }


def _dossier(facts: object, at: str) -> Dossier:
    try:
        dossier = from_json(facts)
    except BadFacts as bad:
        raise _mistake(f"{at}.facts" + (f".{bad.path}" if bad.path else ""), bad.message) from bad
    for name in ("events", "votes"):
        for code in getattr(dossier, name):
            if code not in pipeline.TRANSITIONS:
                raise _mistake(f"{at}.facts.{name}.{code}", _("không có bước này"))
    return dossier


def _deadline(due: pipeline.Due, on: date) -> dict[str, Any]:
    return {
        "code": due.code,
        "rule": due.rule,
        "label": due.label,
        "transition": due.transition,
        "starts_on": due.starts_on.isoformat(),
        "due_on": due.due_on.isoformat(),
        "done_on": due.done_on.isoformat() if due.done_on else None,
        "overdue": due.overdue(on),
        "citation": due.citation,
        "unverified": due.unverified,
    }


def _mistake(place: str, problem: str) -> CommandError:
    return CommandError(f"{place}: {problem}", returncode=2)
