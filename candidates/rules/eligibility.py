"""Who may be admitted: age, citizenship, schooling (ELG-1 to ELG-5)."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from candidates.dossier import Dossier
from candidates.periods import add_years
from candidates.rules.finding import Finding, refuse, warn
from candidates.statute import Edition
from people.schooling import LOWER_SECONDARY, PRIMARY

# Grounds of ELG-4 by which primary school is enough: mountains, borders, islands, minority or specially
# difficult areas, and fishermen regularly at sea. For a respected elder of such an area reading and writing is enough.
PRIMARY_GROUNDS = frozenset({"remote_area", "fisherman"})


def of_age(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """ELG-1: full 18 when the cell considers; with only the month known, months are compared (OPEN-18)."""
    born, least = dossier.person.born_on, edition.minimum_age
    if born is None:
        yield refuse("ELG-1", _("Chưa có ngày sinh nên chưa xét được tuổi."), least, clears="person.born_on")
        return
    if add_years(born.date, least.value) > on:
        yield refuse(
            "ELG-1",
            _("Chưa đủ %(age)d tuổi: sinh %(born)s, đến %(from_on)s mới đủ tuổi; chi bộ xét ngày %(on)s."),
            least,
            clears="person.born_on",
            age=least.value,
            born=str(born),
            from_on=add_years(born.last_date, least.value),
            on=on,
        )
    elif add_years(born.last_date, least.value) > on or born.precision == "year":
        yield warn(
            "ELG-1",
            _("Ngày sinh chỉ ghi %(born)s: cần xác nhận người vào Đảng đủ %(age)d tuổi vào ngày %(on)s."),
            least,
            clears="person.born_on",
            age=least.value,
            born=str(born),
            on=on,
        )


def born_by_then(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """ELG-1: nobody is put forward before being born."""
    born = dossier.person.born_on
    if born and born.date > on:
        yield refuse(
            "ELG-1",
            _("Ngày nghị quyết %(on)s trước ngày sinh %(born)s."),
            edition.minimum_age,
            clears="events.nominate",
            on=on,
            born=str(born),
        )


def grown_up_at_nomination(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """ELG-1: one under 18 may be put forward, and cannot be voted on yet; of a year alone the last day counts."""
    born, least = dossier.person.born_on, edition.minimum_age
    if born is None or born.date > on:
        return
    from_on = add_years(born.last_date if born.precision == "year" else born.date, least.value)
    if from_on > on:
        yield warn(
            "ELG-1",
            _("Chưa đủ %(age)d tuổi (sinh %(born)s): có thể giới thiệu, chưa thể xét kết nạp trước %(from_on)s."),
            least,
            clears="person.born_on",
            age=least.value,
            born=str(born),
            from_on=from_on,
        )


def not_over_age(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """ELG-1, ELG-2: to full 60, the birthday included; above it the provincial standing board agreed before."""
    born, most = dossier.person.born_on, edition.maximum_age
    if born is None or add_years(born.date, most.value) >= on:
        return
    if add_years(born.last_date, most.value) >= on:
        yield warn(
            "ELG-1",
            _("Ngày sinh chỉ ghi %(born)s: cần xác nhận người vào Đảng chưa quá %(age)d tuổi vào ngày %(on)s."),
            most,
            clears="person.born_on",
            age=most.value,
            born=str(born),
            on=on,
        )
        return
    agreement = dossier.exceptions.over_age
    if agreement and agreement.number and agreement.on and agreement.on <= on:
        yield warn(
            "ELG-2",
            _("Người vào Đảng đã quá %(age)d tuổi; căn cứ văn bản đồng ý %(number)s ngày %(agreed_on)s."),
            edition.over_age_agreement,
            age=most.value,
            number=agreement.number,
            agreed_on=agreement.on,
        )
        return
    yield refuse(
        "ELG-1",
        _("Đã quá %(age)d tuổi: sinh %(born)s, chi bộ xét ngày %(on)s."),
        most,
        clears="exceptions.over_age",
        age=most.value,
        born=str(born),
        on=on,
    )
    yield refuse(
        "ELG-2",
        _("Chưa có văn bản đồng ý của ban thường vụ cấp ủy trực thuộc Trung ương đối với người trên %(age)d tuổi."),
        edition.over_age_agreement,
        clears="exceptions.over_age",
        age=most.value,
    )


def citizen(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """ELG-5: a citizen of Viet Nam."""
    if dossier.person.citizen is None:
        yield warn("ELG-5", _("Chưa xác nhận quốc tịch Việt Nam."), edition.citizen, clears="person.citizen")
    elif not dossier.person.citizen:
        yield refuse("ELG-5", _("Người vào Đảng phải là công dân Việt Nam."), edition.citizen, clears="person.citizen")


def schooled(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """ELG-3, ELG-4: lower secondary school, or less on a ground of exception with its document."""
    person, exceptions = dossier.person, dossier.exceptions
    if person.schooling_grade is None:
        yield refuse(
            "ELG-3", _("Chưa ghi trình độ giáo dục phổ thông."), edition.education, clears="person.schooling_grade"
        )
        return
    if person.schooling_grade >= LOWER_SECONDARY[person.schooling_system]:
        return
    if not exceptions.education_ground:
        yield refuse(
            "ELG-3",
            _("Trình độ %(grade)d/%(system)d thấp hơn yêu cầu: %(demanded)s."),
            edition.education,
            clears="exceptions.education_ground",
            grade=person.schooling_grade,
            system=person.schooling_system,
            demanded=edition.education.value,
        )
        return
    if exceptions.education_ground in PRIMARY_GROUNDS and person.schooling_grade < PRIMARY[person.schooling_system]:
        yield refuse(
            "ELG-4",
            _("Trường hợp ngoại lệ về học vấn cũng phải học xong bậc tiểu học; mới có %(grade)d/%(system)d."),
            edition.education_exception,
            clears="person.schooling_grade",
            grade=person.schooling_grade,
            system=person.schooling_system,
        )
    if not (exceptions.education and exceptions.education.number):
        yield refuse(
            "ELG-4",
            _("Chưa có văn bản chấp thuận ngoại lệ về học vấn."),
            edition.education_exception,
            clears="exceptions.education",
        )


def over_age_agreed(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """ELG-2: for one who was over 60 when the cell considered, the agreement precedes the decision."""
    considered_on = dossier.event("propose")
    if considered_on is None:
        return
    for finding in not_over_age(dossier, edition, considered_on):
        agreement = dossier.exceptions.over_age
        if finding.rule == "ELG-2" and not (agreement and agreement.number and agreement.on and agreement.on <= on):
            yield finding
