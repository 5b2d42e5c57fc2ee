from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from audit import verbs
from candidates.pipeline import TRANSITIONS
from candidates.statute import let_drafts_apply


class CandidatesConfig(AppConfig):
    name = "candidates"
    verbose_name = _("Tạo nguồn")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        let_drafts_apply(settings.STATUTE_DRAFTS)
        # Every act of the pipeline is a verb of the record, shown there by its own label.
        verbs.LABELS.update({f"candidate.{code}": transition.label for code, transition in TRANSITIONS.items()})
