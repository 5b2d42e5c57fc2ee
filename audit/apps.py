from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from accounts import roles


class AuditConfig(AppConfig):
    name = "audit"
    verbose_name = _("Nhật ký")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        roles.READ_AND_ADD_ONLY.add("audit_entry")
        roles.NO_WRITE.add("audit_link")  # written by the trigger that chains the entries, as the tables' owner
