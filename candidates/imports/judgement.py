"""Which rows of a list of candidates can go in: ok, warning (once someone confirms it) or error (not as it stands)."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from candidates.imports.reading import ERROR, NOTE, WARNING, Facts, Slip, read_facts
from candidates.periods import add_years
from candidates.statute import edition_on
from exchange.folding import folded_letters
from exchange.layouts import Reading
from people import identity
from people.dates import YEAR, PartialDate
from people.identity import Severity

OK = "ok"
STATUSES = (OK, WARNING, ERROR)


class Directory:
    """The Party organisations that a list may name, by code or by name in whatever spelling."""

    def __init__(self, organizations: Iterable[tuple[str, str]]) -> None:
        """`organizations` are pairs of code and name; a name that two units bear finds neither."""
        self._by_code: dict[str, str] = {}
        self._by_name: dict[str, str] = {}
        shared: set[str] = set()
        for code, name in organizations:
            self._by_code[code.upper()] = code
            key = folded_letters(name)
            if key in self._by_name:
                shared.add(key)
            self._by_name[key] = code
        for key in shared:
            del self._by_name[key]

    def find(self, *, code: str = "", name: str = "") -> str:
        """The code of the organisation, or "" where there is none such."""
        return self._by_code.get(code.upper(), "") if code else self._by_name.get(folded_letters(name), "")


@dataclass(frozen=True)
class Judgement:
    """One row: its facts, the organisation found for it, and everything that is wrong with it."""

    facts: Facts
    organization: str
    slips: tuple[Slip, ...]

    @property
    def status(self) -> str:
        severities = {slip.severity for slip in self.slips}
        return next((severity for severity in (ERROR, WARNING) if severity in severities), OK)

    @property
    def reasons(self) -> list[Slip]:
        """What makes it other than ok, errors first."""
        return [slip for severity in (ERROR, WARNING) for slip in self.slips if slip.severity == severity]

    def as_json(self) -> dict[str, Any]:
        return {
            "row": self.facts.number,
            "line": self.facts.line,
            "name": self.facts.name,
            "cccd": self.facts.identity_number,
            "organization": self.organization or self.facts.organization or self.facts.section,
            "status": self.status,
            "reasons": [slip.message for slip in self.reasons],
            "codes": [slip.code for slip in self.reasons],
            "notes": [slip.message for slip in self.slips if slip.severity == NOTE],
        }


def judge(reading: Reading, directory: Directory, *, on: datetime.date) -> list[Judgement]:
    """Every row of a list, judged on the day of its import; of two with one identity number the lower is in error."""
    first_with: dict[str, Facts] = {}
    judgements = []
    for record in reading.records:
        facts = read_facts(record, reading.layout)
        organization = directory.find(code=facts.organization, name=facts.section)
        if not organization:
            facts.slip("unknown_organization", ERROR, _unknown_organization(facts))
        _judge_identity(facts)
        earlier = first_with.setdefault(facts.identity_number, facts) if facts.identity_number else facts
        if earlier is not facts:
            facts.slip(
                "duplicate_identity",
                ERROR,
                _("Số CCCD trùng với người ở số thứ tự %(number)d (%(name)s).")
                % {"number": earlier.number, "name": earlier.name},
            )
        _judge_age(facts, on)
        _judge_schooling(facts)
        judgements.append(Judgement(facts, organization, tuple(facts.slips)))
    return judgements


def counts(judgements: Iterable[Judgement]) -> dict[str, int]:
    """How many rows have each status."""
    found = [judgement.status for judgement in judgements]
    return {status: found.count(status) for status in STATUSES}


def _unknown_organization(facts: Facts) -> str:
    if facts.organization:
        return _("Không có tổ chức đảng nào mang mã “%(code)s”.") % {"code": facts.organization}
    if facts.section:
        return _("Không có tổ chức đảng nào tên “%(name)s”, hoặc có nhiều hơn một.") % {"name": facts.section}
    return _("Thiếu tổ chức đảng.")


def _judge_identity(facts: Facts) -> None:
    severities = {
        Severity.REFUSE: ("identity_not_12_digits", ERROR),
        Severity.OVERRIDE: ("identity_mismatch", WARNING),
        Severity.NOTE: ("unknown_province", NOTE),
    }
    findings = identity.check(facts.identity_number, sex=facts.sex, born=facts.born)
    for finding in findings:
        code, severity = severities[finding.severity]
        facts.slip(code, severity, finding.message)
    readable = all(finding.severity is not Severity.REFUSE for finding in findings)
    if facts.sex is None:
        if readable:
            facts.sex = identity.sex_of(facts.identity_number)
            facts.slip("sex_from_identity", NOTE, _("Giới tính lấy theo số CCCD."))
        else:
            facts.slip("no_sex", ERROR, _("Không rõ giới tính."))
    if facts.born is None and not any(slip.code in ("impossible_date", "two_birth_dates") for slip in facts.slips):
        if readable:
            facts.born = PartialDate(identity.year_of(facts.identity_number))
            facts.slip("no_birth_date", WARNING, _("Thiếu ngày sinh; năm sinh lấy theo số CCCD."))
        else:
            facts.slip("no_birth_date", ERROR, _("Thiếu ngày sinh."))


def _judge_age(facts: Facts, on: datetime.date) -> None:
    if facts.born is None:
        return
    if facts.born.date > on:
        facts.slip("impossible_date", ERROR, _("Ngày sinh %(born)s ở sau ngày nhập.") % {"born": facts.born})
        return
    # Of a month the first day counts (the age is counted in months); of a year the last: it asks to be confirmed.
    born = facts.born.last_date if facts.born.precision == YEAR else facts.born.date
    age = edition_on(on).minimum_age.value
    if add_years(born, age) > on:
        facts.slip(
            "under_18",
            WARNING,
            _("Chưa đủ %(age)d tuổi (sinh %(born)s): có thể đưa vào nguồn, chưa thể xét kết nạp (ELG-1).")
            % {"age": age, "born": facts.born},
        )


def _judge_schooling(facts: Facts) -> None:
    if facts.schooling is not None and facts.schooling.below_lower_secondary:
        facts.slip(
            "below_lower_secondary",
            WARNING,
            _("Trình độ văn hóa %(schooling)s, chưa tốt nghiệp trung học cơ sở (ELG-3); cần lý do ngoại lệ (ELG-4).")
            % {"schooling": facts.schooling},
        )
