"""Local and open points of the rules."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from organizations.models import Organization


class Policy(models.Model):
    """A local or open point of the rules, set for a unit and all beneath it."""

    organization = models.ForeignKey(Organization, models.CASCADE, related_name="policies")
    key = models.CharField(_("Quy định"), max_length=60)
    value = models.JSONField(_("Giá trị"))
    source = models.CharField(_("Văn bản"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("quy định của địa phương")
        verbose_name_plural = _("quy định của địa phương")
        constraints = [models.UniqueConstraint(fields=["organization", "key"], name="one_policy_per_unit_and_key")]

    def __str__(self):
        return self.key
