"""The parts of a dossier: persons, papers, votes, decisions, as plain facts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal

from candidates.periods import full_years
from people.dates import PartialDate

ClassKind = Literal["awareness", "new_member"]
Together = Literal["work", "study", "residence"]
# How a person left the Party (REA-3), and what opens the exception about schooling (ELG-4).
Ground = Literal[
    "",
    "removed",
    "own_request_hardship",
    "abandoned",
    "resigned",
    "disunity",
    "corruption",
    "serious_crime",
    "less_serious_crime",
    "population_policy",
    "other",
]
EducationGround = Literal["", "remote_area", "fisherman", "respected_elder"]


class Route(StrEnum):
    """Who introduces the person (Điều 4.1 of the Charter)."""

    TWO_MEMBERS = "TWO_MEMBERS"
    YOUTH_PLUS_ONE = "YOUTH_PLUS_ONE"
    UNION_PLUS_ONE = "UNION_PLUS_ONE"


class Body(StrEnum):
    """Who votes or decides."""

    CELL = "cell"
    SECTIONAL_COMMITTEE = "sectional_committee"
    BASE_COMMITTEE = "base_committee"
    DELEGATED_COMMITTEE = "delegated_committee"
    STANDING_BOARD = "standing_board"
    MASS_COMMITTEE = "mass_committee"


class UnitKind(StrEnum):
    """Where the considering cell stands: itself a base organisation, or under a base committee."""

    BASE_CELL = "base_cell"
    CELL = "cell"


@dataclass(frozen=True)
class Document:
    """A paper that grants what the rules otherwise refuse."""

    number: str = ""
    on: date | None = None
    issuer: str = ""


@dataclass(frozen=True)
class Person:
    full_name: str = ""
    sex: Literal["", "male", "female"] = ""
    born_on: PartialDate | None = None
    identity_number: str = ""
    identity_note: str = ""
    citizen: bool | None = None
    schooling_grade: int | None = None
    schooling_system: Literal[12, 10] = 12
    youth_member: bool | None = None
    union_member: bool | None = None
    labour_class: Literal["", "leader", "indirect", "direct"] = ""

    def age_on(self, day: date) -> int | None:
        """Completed years; None without a birth date. An incomplete date is taken at its earliest."""
        return full_years(self.born_on.date, day) if self.born_on else None


@dataclass(frozen=True)
class Unit:
    """The cell that considers the person, and what stands above it on the day of the act."""

    name: str = ""
    kind: UnitKind = UnitKind.CELL
    full_members: int | None = None
    probationary_members: int | None = None
    sectional_committee: bool = False
    delegated: bool = False
    committee_size: int | None = None
    board_size: int | None = None


@dataclass(frozen=True)
class Employer:
    name: str = ""
    youth_union: bool | None = None
    union: bool | None = None


@dataclass(frozen=True)
class Introducer:
    """A member who introduces; `replacement` took over from one who could not go on (ELG-8)."""

    name: str = ""
    full_from: date | None = None
    together_since: PartialDate | None = None
    together_where: Together = "work"
    same_person: bool = False
    relative: bool = False
    replacement: bool = False


@dataclass(frozen=True)
class Mentor:
    name: str = ""
    full_from: date | None = None
    from_on: date | None = None
    to_on: date | None = None
    replacement: bool = False
    mentees: int | None = None

    def serves_on(self, day: date) -> bool:
        return (self.from_on is None or self.from_on <= day) and (self.to_on is None or day <= self.to_on)


@dataclass(frozen=True)
class Certificate:
    """`kind` awareness or new_member; a revoked one is no certificate."""

    kind: ClassKind
    issued_on: date
    number: str = ""
    class_from: date | None = None
    revoked_on: date | None = None


@dataclass(frozen=True)
class Paper:
    on: date
    number: str = ""
    issuer: str = ""


@dataclass(frozen=True)
class Verification:
    """The request to another committee and its answer; never what was found."""

    sent_on: date | None = None
    received_on: date | None = None
    abroad: bool = False
    answered_on: date | None = None
    certified: bool = False
    certified_on: date | None = None
    by_relative: bool = False
    waived: bool = False
    waiver_member: str = ""
    political_issue: bool = False
    cleared_on: date | None = None


@dataclass(frozen=True)
class Vote:
    """A vote as the minutes give it: a cell's base comes from `full_members`, another body's is `committee_size`."""

    on: date | None = None
    body: Body | None = None
    full_members: int | None = None
    temporary_elsewhere: int = 0
    exempt_absent: int = 0
    present: int | None = None
    in_favour: int | None = None
    against: int = 0
    blank: int = 0
    probationary_in_favour: int = 0
    committee_size: int | None = None
    count: int = 1

    @property
    def base(self) -> int | None:
        """Full members convened, without those away or excused (Quy định 294-QĐ/TW, điểm 9.3.2)."""
        if self.full_members is None:
            return None
        return self.full_members - self.temporary_elsewhere - self.exempt_absent


@dataclass(frozen=True)
class Decision:
    """An admission or recognition decision; `extension` allowed the competent committee more time."""

    number: str = ""
    on: date | None = None
    body: Body | None = None
    received_on: date | None = None
    extension: Document | None = None


@dataclass(frozen=True)
class Ceremony:
    on: date | None = None
    late_agreement: Document | None = None


@dataclass(frozen=True)
class Probation:
    """What was entered by hand; the rules compare it with what follows from the ceremony."""

    from_on: date | None = None
    to_on: date | None = None
    transferred_on: date | None = None
    official_on: date | None = None
    party_age_from: date | None = None
    joined_on: date | None = None
    profile_on: date | None = None
    votes_without_result: int = 0
    escalated: Document | None = None
    discipline: Literal["", "reprimand", "warning", "dismissal", "expulsion"] = ""
    absence_months: int | None = None


@dataclass(frozen=True)
class Readmission:
    """How the person left the Party before. `ground`: see REA-3 in docs/assess.md for the names."""

    left_on: date | None = None
    ground: Ground = ""
    convicted: bool = False
    conviction_cleared_on: date | None = None
    times_before: int = 0
    agreement: Document | None = None


@dataclass(frozen=True)
class Exceptions:
    """Documents that open an exception."""

    over_age: Document | None = None
    education_ground: EducationGround = ""
    education: Document | None = None


@dataclass(frozen=True)
class Policies:
    """Answers to open points; the defaults are those to use until somebody competent answers."""

    certificate_last_day_counts: bool = True
    union_route_over_youth_age: bool = False
    recognition_on_last_day: bool = False
    class_again_on_readmission: bool = True
    months_on_source_list: int = 0
    mentees_warning: int = 0
    working_days: Mapping[date, bool] = field(default_factory=dict)
