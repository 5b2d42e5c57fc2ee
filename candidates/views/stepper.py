"""The way of a candidacy as a row of stations, each with the day it was reached."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from candidates.pipeline import Stage

# Stations in their order, with words short enough to stand in a row.
STATIONS = (
    (Stage.INTRODUCED, _("Giới thiệu")),
    (Stage.ON_SOURCE_LIST, _("Vào nguồn")),
    (Stage.TRAINED, _("Học lớp")),
    (Stage.APPLYING, _("Hồ sơ")),
    (Stage.VERIFIED, _("Thẩm tra")),
    (Stage.CONSULTED, _("Lấy ý kiến")),
    (Stage.PROPOSED, _("Chi bộ xét")),
    (Stage.APPRAISED, _("Thẩm định")),
    (Stage.ENDORSED, _("Đảng ủy xét")),
    (Stage.DECIDED, _("Quyết định")),
    (Stage.ON_PROBATION, _("Kết nạp")),
    (Stage.RECOGNITION_PROPOSED, _("Đề nghị công nhận")),
    (Stage.RECOGNISED, _("Chính thức")),
)
# Stages that stand at another's station.
ALSO = {
    Stage.RECOGNITION_APPRAISED: Stage.RECOGNITION_PROPOSED,
    Stage.RECOGNITION_ENDORSED: Stage.RECOGNITION_PROPOSED,
}


@dataclass(frozen=True)
class Station:
    """One station; `on` is None while it is not reached, `is_here` marks where the candidacy stands."""

    label: str | Promise
    on: date | None
    is_here: bool


def stations(candidate, dossier):
    """The stations this dossier's unit knows, with the days on which standing acts reached them."""
    reached = {change.to_stage: change.on for change in candidate.stage_changes.all() if change.withdrawn_at is None}
    skipped = _skipped(dossier) - set(reached)
    here = ALSO.get(candidate.stage, candidate.stage)
    found = [
        Station(label, reached.get(stage.value), stage == here) for stage, label in STATIONS if stage not in skipped
    ]
    if all(not station.is_here for station in found) and not candidate.is_open:
        found.append(Station(Stage(candidate.stage).label, candidate.closed_on, True))
    return found


def _skipped(dossier):
    """Stations that this unit does not know: appraisal and the vote of a base committee that it has not."""
    skipped = set()
    if not dossier.unit.sectional_committee:
        skipped.add(Stage.APPRAISED)
    if dossier.unit.delegated or dossier.unit.kind == "base_cell":
        skipped.add(Stage.ENDORSED)
    return skipped
