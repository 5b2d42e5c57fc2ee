"""The statute as tables in Markdown, for docs/statute.md: python -m candidates.statute.table"""

import sys
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from candidates.statute.edition import Edition
from candidates.statute.editions import EDITIONS
from candidates.statute.provision import Provision, Share

# What each value means, with its unit, and the rules that ask for it.
MEANINGS = {
    "minimum_age": ("ELG-1", "lowest age when the cell considers, full years"),
    "maximum_age": ("ELG-1", "highest age when the cell considers, full years, the birthday included"),
    "youth_age_last": ("ELG-6", "last completed year of youth age"),
    "over_age_agreement": ("ELG-2", "above the highest age: agreed before by the provincial standing board"),
    "citizen": ("ELG-5", "citizen of Viet Nam"),
    "education": ("ELG-3", "least general education"),
    "education_exception": ("ELG-4", "less education on a ground, with a document"),
    "introduction_routes": ("ELG-6", "who introduces, by age and by mass organisation at work"),
    "union_route_over_youth_age": ("ELG-6", "trade union and one member above youth age"),
    "introducer_months": ("ELG-7", "months together with an introducer"),
    "residence_counts": ("ELG-7", "living in one place counts as being together"),
    "introducer_full_member": ("ELG-7, ELG-11", "an introducer is a full member, and not the person himself"),
    "introducer_relative": ("ELG-11", "a relative as introducer is told"),
    "mentor_replacement": ("ELG-8", "who replaces an introducer need not have been together"),
    "mentor_full_member": ("ELG-9, ELG-10", "a mentor is a full member"),
    "introduction_share": ("ELG-6", "votes of a mass organisation's executive committee to introduce"),
    "paper_order": ("ADM-0", "the application comes before the personal record"),
    "date_order": ("ADM-0b", "dates do not go back along the way"),
    "certificate_months": ("ADM-1", "months an awareness certificate is valid"),
    "paper_months": ("ADM-11", "months before 3-KNĐ, 4/4A-KNĐ, 5-KNĐ must be made again"),
    "introduction_letter": ("ELG-6", "a letter (3-KNĐ) of each introducing member"),
    "opinions": ("ADM-0b", "opinions of workplace and residence (5-KNĐ)"),
    "verification": ("ADM-3, ADM-5", "the personal record is verified and certified, or waived"),
    "verifier_not_relative": ("ADM-4", "no relative is sent to verify"),
    "political_issue": ("ADM-7", "a political question is cleared by the competent body"),
    "verification_working_days": ("ADM-6", "working days to answer a verification, inside the country"),
    "verification_abroad_working_days": ("ADM-6", "working days to answer a verification, abroad"),
    "cell_minimum": ("ORG-1", "full members without whom a cell cannot vote"),
    "cell_share": ("ADM-8, PRO-4", "votes of the cell, of its base"),
    "cell_base": ("ADM-9", "whom a cell's base counts"),
    "committee_share": ("ADM-13", "votes of a base committee that proposes, of all its members"),
    "delegated_share": ("ADM-13", "votes of the delegated body that decides, of all its members"),
    "board_share": ("ADM-13", "votes of the superior's standing board, of all its members"),
    "deciding_body": ("ADM-12", "who decides where nothing is delegated"),
    "delegated_body": ("ADM-12", "who decides where the power is delegated"),
    "appraisal": ("ADM-12", "a sectional committee appraises where there is one"),
    "decision_working_days": ("ADM-14", "working days from the cell's resolution to the decision"),
    "extension_working_days": ("ADM-14, PRO-7", "working days more, once, in a special case"),
    "ceremony_working_days": ("ADM-16, ADM-16b", "working days to the ceremony"),
    "ceremony_clock": ("ADM-16, ADM-16b", "what starts them: decision received by the cell, or issued"),
    "probation_start": ("ADM-18, PRO-11", "what starts probation, and is the day of joining"),
    "profile_working_days": ("ADM-19", "working days from the ceremony to the member's record and sheet"),
    "probation_months": ("PRO-1", "months of probation"),
    "probation_mentor": ("PRO-2", "a full member helps during probation"),
    "probation_fixed": ("PRO-15, TRF-5", "probation is neither lengthened nor begun again"),
    "new_member_class": ("PRO-3, TRN-5", "the class for new members is certified before recognition"),
    "recognition_papers": ("PRO-4", "10, 11 and 12-KNĐ before the cell recognises"),
    "recognition_after_probation": ("PRO-5", "the cell's resolution is dated after probation"),
    "recognition_cell_working_days": ("PRO-6", "working days from the end of probation to the cell's resolution"),
    "recognition_working_days": ("PRO-7", "working days from the cell's resolution to the recognition"),
    "official_date": ("PRO-8", "the official day, however late the decision"),
    "recognition_votes": ("PRO-9", "votes without result after which the superior decides"),
    "party_age_start": ("PRO-10", "from what day Party age counts"),
    "no_vote_before_recognition": ("PRO-12", "no vote before the recognition is signed"),
    "probation_discipline": ("PRO-13", "only reprimand or warning for a probationer"),
    "absence_months": ("PRO-14", "months of absence or unpaid dues in a year that allow removal"),
    "transfer_working_days": ("TRF-5", "working days for the transfer of a probationer"),
    "transfer_letter_working_days": ("TRF-5", "working days to present the letter at the new place"),
    "transfer_papers": ("TRF-1 – TRF-4", "the old committee's letter goes with the dossier"),
    "readmission_months": ("REA-1", "months since leaving the Party"),
    "readmission_after_crime_months": ("REA-1", "months since a less serious conviction was cleared"),
    "readmission_once": ("REA-2", "times one may be admitted again"),
    "readmission_never": ("REA-3", "grounds that exclude readmission"),
    "base_committee_members": ("ORG-3", "members from which a base organisation is normally a committee"),
    "enterprise_months": ("OUT-6", "months of work in the enterprise that count towards a cell there"),
    "awareness_periods": ("TRN-1", "periods of the awareness class"),
    "awareness_sessions": ("TRN-1", "sessions of the awareness class"),
    "awareness_days": ("TRN-1", "days of the awareness class"),
    "awareness_lessons": ("TRN-1", "lessons of the awareness class"),
    "new_member_lessons": ("TRN-5", "lessons of the class for new members"),
    "cell_name": ("ORG-4", "what a cell is called"),
}


def editions_table() -> str:
    """One row for each edition: key, days in force, regulation, guidance, whether it is a draft."""
    return _table(
        ("Edition", "In force", "Regulation", "Guidance", "State"),
        (
            (
                edition.key,
                f"{edition.from_on:%d/%m/%Y} – " + (f"{edition.to_on:%d/%m/%Y}" if edition.to_on else "…"),
                str(edition.regulation),
                str(edition.guidance),
                "draft" if edition.draft else "in use",
            )
            for edition in EDITIONS
        ),
    )


def values_table() -> str:
    """One row for each value as long as it stayed the same with the same standing."""
    return _table(
        ("Rule", "Value", "Editions", "Is", "Instrument and article", "Source", "Compared"),
        (row for name in EDITIONS[0].provisions() for row in _rows(name)),
    )


def _rows(name: str) -> Iterator[tuple[str, ...]]:
    rules, meaning = MEANINGS[name]
    for row, run in groupby(EDITIONS, key=lambda edition: _row(edition, edition.provisions()[name])):
        keys = [edition.key for edition in run]
        yield (rules, f"`{name}`: {meaning}", keys[0] if len(keys) == 1 else f"{keys[0]} – {keys[-1]}", *row)


def _row(edition: Edition, provision: Provision[Any]) -> tuple[str, ...]:
    own = {edition.regulation: "the edition's regulation", edition.guidance: "the edition's guidance"}
    if provision.article:
        place = f"{provision.article} {provision.instrument}"
    else:
        place = f"{own.get(provision.instrument, str(provision.instrument))}, article not compared"
    compared = "yes" if provision.verified else "no"
    standing = f"{compared}, {provision.open_point}" if provision.open_point else compared
    return _written(provision), place, provision.source, standing


def _written(provision: Provision[Any]) -> str:
    value = provision.value
    if isinstance(value, Share):
        return f"> {value.part}" if value.more_than else f"≥ {value.part}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "not known" if value is None else str(value)


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _column in head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


if __name__ == "__main__":
    sys.stdout.write(f"{editions_table()}\n\n{values_table()}\n")
