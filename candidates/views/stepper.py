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

ACHIEVED = {Stage.ON_PROBATION, Stage.RECOGNISED}
DONE, NOW, TODO = "done", "now", "todo"


@dataclass(frozen=True)
class Station:
    """One station as the stepper draws it: `state` is done, now or todo, `on` the day it was reached."""

    label: str | Promise
    state: str
    on: date | None = None
    gold: bool = False


def stations(candidate, dossier):
    """The stations this dossier's unit knows, with the days on which standing acts reached them."""
    reached = {change.to_stage: change.on for change in candidate.stage_changes.all() if change.withdrawn_at is None}
    skipped = _skipped(dossier) - set(reached)
    here = ALSO.get(Stage(candidate.stage), Stage(candidate.stage))
    found = [
        Station(label, _state(stage, here, reached), reached.get(stage.value), stage in ACHIEVED)
        for stage, label in STATIONS
        if stage not in skipped
    ]
    if all(station.state != NOW for station in found):
        found.append(Station(here.label, NOW, candidate.closed_on or candidate.stage_since))
    return found


def coarse_stations(candidate):
    """The way in the coarse words that a mass organisation may read (DP-8), without days."""
    here = Stage(candidate.stage).coarse_label
    words = list(dict.fromkeys(stage.coarse_label for stage in Stage))
    # The last word is that of an end short of the goal: shown only where it is so.
    words = [word for word in words if word == here or word != Stage.DROPPED.coarse_label]
    at = words.index(here)
    return [Station(word, DONE if i < at else NOW if i == at else TODO) for i, word in enumerate(words)]


def _state(stage, here, reached):
    if stage == here:
        return NOW
    return DONE if stage.value in reached else TODO


def _skipped(dossier):
    """Stations that this unit does not know: appraisal and the vote of a base committee that it has not."""
    skipped = set()
    if not dossier.unit.sectional_committee:
        skipped.add(Stage.APPRAISED)
    if dossier.unit.delegated or dossier.unit.kind == "base_cell":
        skipped.add(Stage.ENDORSED)
    return skipped
