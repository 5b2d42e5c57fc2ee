"""The table, and the same as JSON."""

import json
import os
import platform
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.measuring import median, p95
from bench.questions import Question

HEAD = ("question", "p50 ms", "p95 ms", "SQL", "SQL small", "database ms", "x database", "H p50", "H p95", "goal")


def rows_of(questions: list[Question], heights: list[float]) -> list[dict[str, Any]]:
    h = median(heights)
    first = next((q for q in questions if q.key == "list"), None)
    of_list = median(first.measured["page"]) if first else None
    return [_row(question, h, of_list) for question in questions]


def _row(question: Question, h: float, of_list: float | None) -> dict[str, Any]:
    page, direct = question.measured["page"], question.measured["direct"]
    row: dict[str, Any] = {
        "key": question.key,
        "question": question.label,
        "p50_ms": median(page),
        "p95_ms": p95(page),
        "direct_p50_ms": median(direct),
        "of_direct": median(page) / median(direct) if median(direct) else None,
        "h_p50": median(page) / h,
        "h_p95": p95(page) / h,
        "of_list": median(page) / of_list if of_list else None,
        "above_list_h": (median(page) - of_list) / h if of_list else None,
        "statements": question.measured["statements"],
        "statements_small": question.measured.get("statements_small"),
    }
    row["goals"] = [
        {"goal": words.format(most), "met": value <= most}
        for most, value, words in (
            (question.goal.h, row["h_p50"], "≤ {} H"),
            (question.goal.p95_h, row["h_p95"], "≤ {} H p95"),
            (question.goal.of_list, row["of_list"], "≤ {} of the first page"),
            (question.goal.above_list_h, row["above_list_h"], "≤ first page + {} H"),
            (question.goal.direct, row["of_direct"], "≤ {} of the database"),
            (question.goal.statements, row["statements"], "≤ {} SQL"),
        )
        if most is not None and value is not None
    ]
    return row


def table(rows: list[dict[str, Any]]) -> str:
    lines = ["| " + " | ".join(HEAD) + " |", "|" + "---|" * len(HEAD)]
    for row in rows:
        goals = "; ".join(goal["goal"] + ("" if goal["met"] else " **missed**") for goal in row["goals"])
        small = row["statements_small"]
        cells = (
            row["question"],
            f"{row['p50_ms']:.1f}",
            f"{row['p95_ms']:.1f}",
            str(row["statements"]),
            "–" if small is None else str(small),
            f"{row['direct_p50_ms']:.1f}" if row["of_direct"] else "–",
            f"{row['of_direct']:.1f}" if row["of_direct"] else "–",
            f"{row['h_p50']:.1f}",
            f"{row['h_p95']:.1f}",
            goals or "–",
        )
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def write(path: Path, rows: list[dict[str, Any]], heights: list[float], facts: dict[str, Any]) -> Path:
    """The results in the folder (or in the file) named, with what they were measured on."""
    at = datetime.now(UTC)
    file = path if path.suffix == ".json" else path / f"{at:%Y%m%dT%H%M%S}.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    machine = {"cores": os.cpu_count(), "load": os.getloadavg()[0], "python": platform.python_version()}
    result = {
        "at": at.isoformat(timespec="seconds"),
        "machine": machine,
        **facts,
        "h_p50_ms": median(heights),
        "h_p95_ms": p95(heights),
        "questions": rows,
    }
    file.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n")
    return file
