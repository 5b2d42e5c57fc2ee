"""The acts of probation and recognition."""

from django.utils.translation import gettext_lazy as _

from candidates.pipeline.transition import (
    TO_CEREMONY,
    TO_RECOGNITION,
    Transition,
    heard_below,
    ready_to_decide,
    under_sectional_committee,
)
from candidates.rules import certificates, papers, probation, sequence, unit, votes
from candidates.rules import deadlines as deadline_rules
from candidates.stages import Stage

_PROBATION_DATES = (
    probation.probation_from_ceremony,
    probation.probation_lasts,
    probation.official_from_probation_end,
    probation.party_age_from_decision,
    probation.joined_at_ceremony,
)

RECOGNITION = (
    Transition(
        "propose_recognition",
        _("Chi bộ xét, đề nghị công nhận chính thức"),
        (Stage.ON_PROBATION,),
        Stage.RECOGNITION_PROPOSED,
        "record_cell_vote",
        requirements=(
            probation.after_probation,
            *_PROBATION_DATES,
            probation.not_deadlocked,
            probation.discipline_fits,
            papers.probation_papers,
            certificates.new_member_certificate,
            unit.cell_can_meet,
            votes.cell_vote("propose_recognition", rule="PRO-4"),
            sequence.act_on_day_of_vote("propose_recognition"),
            sequence.not_before(*TO_CEREMONY, "admit"),
        ),
        advice=(deadline_rules.cell_recognises_in_time, probation.probation_mentored),
        deadline=deadline_rules.RECOGNITION_CELL,
        papers=("self_review", "mentor_comment", "probation_opinions", "recognition_cell_resolution"),
        vote=True,
    ),
    Transition(
        "appraise_recognition",
        _("Đảng ủy bộ phận thẩm định công nhận chính thức"),
        (Stage.RECOGNITION_PROPOSED,),
        Stage.RECOGNITION_APPRAISED,
        "record_committee_vote",
        requirements=(
            unit.under_sectional_committee,
            sequence.not_before(*TO_CEREMONY, "admit", "propose_recognition"),
        ),
        papers=("recognition_appraisal_report",),
        applies=under_sectional_committee,
    ),
    Transition(
        "endorse_recognition",
        _("Đảng ủy cơ sở xét, đề nghị công nhận chính thức"),
        (Stage.RECOGNITION_PROPOSED, Stage.RECOGNITION_APPRAISED),
        Stage.RECOGNITION_ENDORSED,
        "record_committee_vote",
        requirements=(
            unit.under_base_committee,
            votes.committee_vote("endorse_recognition"),
            sequence.act_on_day_of_vote("endorse_recognition"),
            papers.dated_not_before_act("recognition_committee_resolution"),
            sequence.not_before(*TO_CEREMONY, "admit", "propose_recognition", "appraise_recognition"),
        ),
        papers=("recognition_committee_resolution",),
        vote=True,
        applies=heard_below,
    ),
    Transition(
        "recognise",
        _("Quyết định công nhận đảng viên chính thức"),
        (Stage.RECOGNITION_PROPOSED, Stage.RECOGNITION_APPRAISED, Stage.RECOGNITION_ENDORSED),
        Stage.RECOGNISED,
        "decide",
        requirements=(
            unit.heard_below("endorse_recognition", "recognition_committee_resolution", "recognition_endorsed"),
            votes.deciding_vote("recognise", "recognition"),
            sequence.act_on_day_of_vote("recognise"),
            sequence.decision_written("recognition"),
            probation.probation_over,
            *_PROBATION_DATES,
            sequence.not_before(*TO_RECOGNITION),
        ),
        advice=(deadline_rules.recognised_in_time,),
        deadline=deadline_rules.RECOGNITION,
        papers=("recognition_decision",),
        vote=True,
        applies=ready_to_decide,
    ),
)
