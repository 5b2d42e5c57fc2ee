"""An edition: what the texts in force between two days demand, value by value."""

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from candidates.statute.instruments import Instrument
from candidates.statute.provision import Provision, Share


@dataclass(frozen=True)
class Edition:
    """Every threshold in force from `from_on` to `to_on` (None: still in force). Units stand in the names.

    A `draft` edition rests on secondary sources only and can be switched off (OPEN-2).
    """

    key: str
    from_on: date
    to_on: date | None
    regulation: Instrument
    guidance: Instrument
    draft: bool

    # Who
    minimum_age: Provision[int]
    maximum_age: Provision[int]
    youth_age_last: Provision[int]
    over_age_agreement: Provision[bool]
    citizen: Provision[bool]
    education: Provision[str]
    education_exception: Provision[bool]
    introduction_routes: Provision[bool]
    union_route_over_youth_age: Provision[bool]
    introducer_months: Provision[int]
    residence_counts: Provision[bool]
    introducer_full_member: Provision[bool]
    introducer_relative: Provision[bool]
    mentor_replacement: Provision[bool]
    mentor_full_member: Provision[bool]
    introduction_share: Provision[Share]

    # Papers and verification
    paper_order: Provision[bool]
    date_order: Provision[bool]
    certificate_months: Provision[int]
    paper_months: Provision[int]
    introduction_letter: Provision[bool]
    opinions: Provision[bool]
    verification: Provision[bool]
    verifier_not_relative: Provision[bool]
    political_issue: Provision[bool]
    verification_working_days: Provision[int]
    verification_abroad_working_days: Provision[int]

    # Votes and decision
    cell_minimum: Provision[int]
    cell_share: Provision[Share]
    cell_base: Provision[str]
    committee_share: Provision[Share]
    delegated_share: Provision[Share | None]
    board_share: Provision[Share]
    deciding_body: Provision[str]
    delegated_body: Provision[str]
    appraisal: Provision[bool]
    decision_working_days: Provision[int]
    extension_working_days: Provision[int]

    # Ceremony, probation, recognition
    ceremony_working_days: Provision[int]
    ceremony_clock: Provision[str]
    probation_start: Provision[str]
    profile_working_days: Provision[int]
    probation_months: Provision[int]
    probation_mentor: Provision[bool]
    probation_fixed: Provision[bool]
    new_member_class: Provision[bool]
    recognition_papers: Provision[bool]
    recognition_after_probation: Provision[bool]
    recognition_cell_working_days: Provision[int]
    recognition_working_days: Provision[int]
    official_date: Provision[str]
    recognition_votes: Provision[int]
    party_age_start: Provision[str]
    no_vote_before_recognition: Provision[bool]
    probation_discipline: Provision[bool]
    absence_months: Provision[int]

    # Moving, returning, founding
    transfer_working_days: Provision[int]
    transfer_letter_working_days: Provision[int]
    transfer_papers: Provision[bool]
    readmission_months: Provision[int]
    readmission_after_crime_months: Provision[int]
    readmission_once: Provision[int]
    readmission_never: Provision[bool]
    base_committee_members: Provision[int]
    enterprise_months: Provision[int]
    awareness_periods: Provision[int]
    awareness_sessions: Provision[int]
    awareness_days: Provision[int]
    awareness_lessons: Provision[int]
    new_member_lessons: Provision[int]
    cell_name: Provision[str]

    def provisions(self) -> dict[str, Provision[Any]]:
        """Every value of this edition by its name, in the order of this page."""
        named = ((field.name, getattr(self, field.name)) for field in fields(self))
        return {name: value for name, value in named if isinstance(value, Provision)}

    def reissued(
        self,
        *,
        key: str,
        from_on: date,
        to_on: date | None,
        regulation: Instrument | None = None,
        guidance: Instrument | None = None,
        draft: bool = False,
        **changed: Provision[Any],
    ) -> "Edition":
        """The edition that follows: what `changed` says anew, the rest carried over to the new instruments.

        An article is not carried over to another text, and in a draft nothing counts as compared.
        """
        successor = {self.regulation: regulation or self.regulation, self.guidance: guidance or self.guidance}
        carried = {
            name: _carried(provision, successor.get(provision.instrument, provision.instrument), draft=draft)
            for name, provision in self.provisions().items()
        }
        return replace(
            self,
            key=key,
            from_on=from_on,
            to_on=to_on,
            regulation=successor[self.regulation],
            guidance=successor[self.guidance],
            draft=draft,
            **(carried | changed),
        )


def _carried(provision: Provision[Any], instrument: Instrument, *, draft: bool) -> Provision[Any]:
    if instrument == provision.instrument:
        return provision
    return replace(provision, instrument=instrument, article="", verified=provision.verified and not draft)
