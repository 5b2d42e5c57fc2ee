"""What an act is, and for which units and stages it exists."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from candidates.dossier import Dossier, UnitKind
from candidates.rules.deadlines import Deadline
from candidates.rules.finding import Rule
from candidates.stages import Stage

Applies = Callable[[Dossier, Stage | str | None], bool]


def everywhere(dossier: Dossier, stage: Stage | str | None) -> bool:
    """Applies to any unit, from any of its sources."""
    return True


def under_sectional_committee(dossier: Dossier, stage: Stage | str | None) -> bool:
    """A sectional committee stands between the cell and the base committee."""
    return dossier.unit.sectional_committee


def committee_proposes(dossier: Dossier) -> bool:
    """The base committee proposes to its superior; a base cell has none, a delegated one decides itself."""
    return dossier.unit.kind is UnitKind.CELL and not dossier.unit.delegated


def heard_below(dossier: Dossier, stage: Stage | str | None) -> bool:
    """The base committee proposes, and the sectional committee, where there is one, has appraised."""
    appraised = stage in (Stage.APPRAISED, Stage.RECOGNITION_APPRAISED)
    return committee_proposes(dossier) and appraised is dossier.unit.sectional_committee


def ready_to_decide(dossier: Dossier, stage: Stage | str | None) -> bool:
    """Every body below the competent one has spoken."""
    if committee_proposes(dossier):
        return stage in (Stage.ENDORSED, Stage.RECOGNITION_ENDORSED)
    appraised = stage in (Stage.APPRAISED, Stage.RECOGNITION_APPRAISED)
    return appraised is dossier.unit.sectional_committee


@dataclass(frozen=True)
class Transition:
    """One act. `None` among `sources` opens a candidacy; `ability` is the value of an organizations Ability.

    `requirements` and `advice` are rules; advice never refuses. `papers` are the form codes the act makes,
    `vote` tells that it carries a vote, `applies` whether this dossier's unit knows the act from that stage.
    """

    code: str
    label: Promise
    sources: tuple[Stage | None, ...]
    target: Stage
    ability: str
    requirements: tuple[Rule, ...] = ()
    advice: tuple[Rule, ...] = ()
    deadline: Deadline | None = None
    papers: tuple[str, ...] = ()
    vote: bool = False
    applies: Applies = everywhere


BEFORE_CELL = (
    Stage.IDENTIFIED,
    Stage.INTRODUCED,
    Stage.ON_SOURCE_LIST,
    Stage.TRAINED,
    Stage.APPLYING,
    Stage.VERIFIED,
    Stage.CONSULTED,
)
BEFORE_DECISION = (Stage.PROPOSED, Stage.APPRAISED, Stage.ENDORSED)
PROBATION = (
    Stage.ON_PROBATION,
    Stage.RECOGNITION_PROPOSED,
    Stage.RECOGNITION_APPRAISED,
    Stage.RECOGNITION_ENDORSED,
)
UNDER_WAY = (*BEFORE_CELL, *BEFORE_DECISION, Stage.DECIDED, *PROBATION)

# The acts in their order; a certificate may be older than any of them (ADM-0b).
TO_CELL = ("identify", "nominate", "list", "apply", "verify", "consult")
TO_DECISION = (*TO_CELL, "propose", "appraise", "endorse")
TO_CEREMONY = (*TO_DECISION, "decide")
TO_RECOGNITION = (*TO_CEREMONY, "admit", "propose_recognition", "appraise_recognition", "endorse_recognition")
