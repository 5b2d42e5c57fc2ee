"""Nguyễn Thị Hồng Thắm, an invented garment worker: every fact from the first name to full membership, all in order."""

import copy
from datetime import date
from typing import Any

from candidates.dossier import Dossier, from_json

FACTS: dict[str, Any] = {
    "person": {
        "full_name": "Nguyễn Thị Hồng Thắm",
        "sex": "female",
        "born_on": "1996-08-14",
        "identity_number": "060196004521",
        "citizen": True,
        "schooling_grade": 12,
        "schooling_system": 12,
        "youth_member": False,
        "union_member": True,
        "labour_class": "direct",
    },
    "unit": {"name": "Chi bộ Xưởng 2", "kind": "cell", "committee_size": 9, "board_size": 11},
    "employer": {"name": "Công ty CP May Hàm Kiệm", "youth_union": False, "union": True},
    "route": "UNION_PLUS_ONE",
    "introducers": [{"name": "Trần Văn Long", "full_from": "2017-05-12", "together_since": "2021-03-01"}],
    "mentors": [{"name": "Trần Văn Long", "full_from": "2017-05-12", "from_on": "2022-03-05"}],
    "certificates": [
        {"kind": "awareness", "issued_on": "2022-05-27", "number": "45/GCN", "class_from": "2022-05-16"},
        {"kind": "new_member", "issued_on": "2024-03-22", "class_from": "2024-03-06"},
    ],
    "papers": {
        "1-KNĐ": "2023-03-06",
        "2-KNĐ": "2023-03-20",
        "3-KNĐ": {"on": "2023-05-10", "issuer": "Trần Văn Long"},
        "4A-KNĐ": "2023-05-11",
        "5-KNĐ": "2023-05-12",
        "6-KNĐ": "2023-05-25",
        "8-KNĐ": "2023-06-09",
        "9-KNĐ": {"on": "2023-07-20", "number": "312-QĐ/ĐUK"},
        "10-KNĐ": "2024-08-12",
        "11-KNĐ": "2024-08-13",
        "12-KNĐ": "2024-08-16",
        "13-KNĐ": "2024-08-22",
        "15-KNĐ": "2024-08-30",
    },
    "verification": {
        "sent_on": "2023-03-27",
        "received_on": "2023-03-27",
        "answered_on": "2023-04-25",
        "certified": True,
    },
    "votes": {
        "nominate": {"body": "mass_committee", "committee_size": 7, "present": 7, "in_favour": 7},
        "propose": {"body": "cell", "full_members": 12, "present": 11, "in_favour": 10, "against": 1},
        "endorse": {"body": "base_committee", "committee_size": 9, "in_favour": 8},
        "decide": {"body": "standing_board", "committee_size": 11, "in_favour": 10},
        "propose_recognition": {"body": "cell", "full_members": 13, "in_favour": 12},
        "endorse_recognition": {"body": "base_committee", "committee_size": 9, "in_favour": 9},
        "recognise": {"body": "standing_board", "committee_size": 11, "in_favour": 9},
    },
    "events": {
        "nominate": "2022-02-20",
        "list": "2022-03-05",
        "finish_class": "2022-05-27",
        "apply": "2023-03-20",
        "verify": "2023-04-25",
        "consult": "2023-05-12",
        "propose": "2023-05-25",
        "endorse": "2023-06-09",
        "decide": "2023-07-20",
        "admit": "2023-08-11",
        "propose_recognition": "2024-08-22",
        "endorse_recognition": "2024-08-30",
        "recognise": "2024-09-20",
    },
    "decision": {
        "number": "312-QĐ/ĐUK",
        "on": "2023-07-20",
        "body": "standing_board",
        "received_on": "2023-07-25",
    },
    "ceremony": {"on": "2023-08-11"},
    "probation": {
        "from_on": "2023-08-11",
        "to_on": "2024-08-11",
        "official_on": "2024-08-11",
        "party_age_from": "2023-07-20",
        "joined_on": "2023-08-11",
        "profile_on": "2023-09-05",
    },
    "recognition": {"number": "405-QĐ/ĐUK", "on": "2024-09-20", "body": "standing_board"},
}
PATH = {code: date.fromisoformat(on) for code, on in FACTS["events"].items()}


def facts(**changed: Any) -> dict[str, Any]:
    """The facts with the values at some places changed; a place is written `person__born_on`. None takes it away."""
    told = copy.deepcopy(FACTS)
    for place, value in changed.items():
        *parents, name = place.split("__")
        at: Any = told
        for parent in parents:
            at = at[int(parent)] if isinstance(at, list) else at.setdefault(parent, {})
        key = int(name) if isinstance(at, list) else name
        if value is None:
            del at[key]
        else:
            at[key] = value
    return told


def make_dossier(**changed: Any) -> Dossier:
    """The dossier of those facts."""
    return from_json(facts(**changed))
