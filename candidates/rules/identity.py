"""The identity number against sex and birth (ID-1 to ID-3), where the facts hold a number."""

from collections.abc import Iterator
from datetime import date

from candidates.dossier import Dossier
from candidates.rules.finding import Finding, Severity
from candidates.statute import Edition
from people import identity

CITATION = "Nghị định 137/2015/NĐ-CP, Điều 13; Thông tư 07/2016/TT-BCA, Điều 4"
WEIGHTS = {
    identity.Severity.REFUSE: Severity.REFUSE,
    identity.Severity.OVERRIDE: Severity.REFUSE,
    identity.Severity.NOTE: Severity.WARN,
}


def identity_number(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """ID-1 to ID-3: twelve digits that agree with sex and year of birth, unless a written reason is kept."""
    person = dossier.person
    if not person.identity_number:
        return
    for odd in identity.check(person.identity_number, sex=person.sex or None, born=person.born_on):
        excused = odd.severity is identity.Severity.OVERRIDE and person.identity_note
        severity = Severity.WARN if excused else WEIGHTS[odd.severity]
        yield Finding(odd.rule, severity, odd.message, CITATION, f"person.{odd.field}")
