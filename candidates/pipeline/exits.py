"""The acts that end a candidacy before its goal."""

from django.utils.translation import gettext_lazy as _

from candidates.pipeline.transition import (
    BEFORE_CELL,
    BEFORE_DECISION,
    PROBATION,
    TO_CELL,
    TO_CEREMONY,
    TO_DECISION,
    UNDER_WAY,
    Transition,
)
from candidates.rules import probation, sequence, transfer
from candidates.stages import Stage

EXITS = (
    Transition("drop", _("Thôi theo dõi"), BEFORE_CELL, Stage.DROPPED, "close_candidacy"),
    Transition(
        "refuse_by_cell",
        _("Chi bộ không đồng ý"),
        (Stage.INTRODUCED, Stage.CONSULTED),
        Stage.REFUSED_BY_CELL,
        "record_cell_vote",
        requirements=(sequence.not_before(*TO_CELL),),
        vote=True,
    ),
    Transition(
        "refuse_by_committee",
        _("Cấp ủy không chuẩn y"),
        BEFORE_DECISION,
        Stage.REFUSED_BY_COMMITTEE,
        "decide",
        requirements=(sequence.not_before(*TO_DECISION),),
        vote=True,
    ),
    Transition(
        "transfer_out",
        _("Chuyển đi nơi khác"),
        UNDER_WAY,
        Stage.TRANSFERRED_OUT,
        "close_candidacy",
        requirements=(transfer.letter_goes_along,),
        advice=(transfer.probation_goes_on,),
        papers=(
            "consideration_certificate",
            "transfer_letter_cell",
            "transfer_letter_committee",
            "transfer_letter_decision",
        ),
    ),
    Transition(
        "strike_off",
        _("Xóa tên đảng viên dự bị"),
        PROBATION,
        Stage.STRUCK_OFF,
        "decide",
        requirements=(
            sequence.not_before(*TO_CEREMONY, "admit"),
            probation.not_deadlocked,
            probation.discipline_fits,
            probation.absent_long_enough,
        ),
        vote=True,
    ),
    Transition(
        "annul",
        _("Hủy quyết định kết nạp sai"),
        (Stage.DECIDED, *PROBATION, Stage.RECOGNISED),
        Stage.ANNULLED,
        "decide",
        requirements=(sequence.not_before(*TO_CEREMONY),),
    ),
    Transition("decease", _("Qua đời"), UNDER_WAY, Stage.DECEASED, "close_candidacy"),
    Transition(
        "withdraw",
        _("Tự rút đơn"),
        (*BEFORE_CELL, *BEFORE_DECISION, Stage.DECIDED),
        Stage.WITHDRAWN,
        "close_candidacy",
    ),
)
