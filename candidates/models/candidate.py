"""One candidacy of one person, from the nomination to full membership."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from candidates.models.keys import scope_key
from candidates.querysets import CandidateQuerySet
from organizations.models import LabourClass, Organization
from people.models import Person

# Spelled out, not taken from the pipeline: the database's own constraint must not move with code.
ENDED_STAGES = [
    "recognised",
    "dropped",
    "refused_by_cell",
    "refused_by_committee",
    "transferred_out",
    "struck_off",
    "annulled",
    "deceased",
    "withdrawn",
]


class Candidate(models.Model):
    """`unit` considers the person; `introduced_by` is the mass organisation that put him forward.

    `party_path` and `mass_path` repeat their paths (see migration scope_keys). `stage` is
    written by `candidates.actions.advance` alone. The dates of the decision, the ceremony and
    the end of probation are three fields (PRO-11); each repeats its StageChange for lists.
    """

    class Route(models.TextChoices):
        TWO_MEMBERS = "TWO_MEMBERS", _("Hai đảng viên chính thức giới thiệu")
        YOUTH_PLUS_ONE = "YOUTH_PLUS_ONE", _("Ban Chấp hành Đoàn cơ sở và một đảng viên")
        UNION_PLUS_ONE = "UNION_PLUS_ONE", _("Ban Chấp hành công đoàn cơ sở và một đảng viên")

    person = models.ForeignKey(Person, models.PROTECT, related_name="candidacies")
    unit = models.ForeignKey(Organization, models.PROTECT, related_name="candidates", verbose_name=_("Chi bộ xem xét"))
    party_path = scope_key()
    introduced_by = models.ForeignKey(
        Organization,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="nominees",
        verbose_name=_("Tổ chức giới thiệu"),
    )
    mass_path = scope_key()
    stage = models.CharField(_("Giai đoạn"), max_length=24, editable=False)
    stage_since = models.DateField(_("Từ ngày"), editable=False)
    route = models.CharField(_("Cách giới thiệu"), max_length=16, choices=Route, blank=True)
    labour_class = models.CharField(_("Vị trí lao động"), max_length=8, choices=LabourClass, default=LabourClass.DIRECT)
    reason = models.CharField(_("Lý do giới thiệu"), max_length=500, blank=True)
    is_readmission = models.BooleanField(_("Kết nạp lại"), default=False)
    opened_on = models.DateField(_("Ngày giới thiệu"))
    decided_on = models.DateField(_("Ngày quyết định kết nạp"), null=True, editable=False)
    received_on = models.DateField(_("Ngày chi bộ nhận quyết định"), null=True, editable=False)
    admitted_on = models.DateField(_("Ngày vào Đảng"), null=True, editable=False)
    probation_ends_on = models.DateField(_("Hết 12 tháng dự bị"), null=True, editable=False)
    official_on = models.DateField(_("Ngày chính thức"), null=True, editable=False)
    closed_on = models.DateField(_("Ngày kết thúc"), null=True, editable=False)
    next_due_on = models.DateField(_("Hạn tiếp theo"), null=True, editable=False)
    next_due = models.JSONField(default=list, editable=False)
    exceptions = models.JSONField(
        default=dict,
        editable=False,
        help_text=_("Văn bản đồng ý của cấp trên cho trường hợp đặc biệt: khóa → số, ngày, cơ quan."),
    )
    is_demo = models.BooleanField(default=False, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = CandidateQuerySet.as_manager()

    class Meta:
        ordering = ["-opened_on", "-id"]
        verbose_name = _("hồ sơ quần chúng")
        verbose_name_plural = _("hồ sơ quần chúng")
        constraints = [
            models.UniqueConstraint(fields=["id", "party_path"], name="candidate_id_with_party_path"),
            models.UniqueConstraint(fields=["id", "mass_path"], name="candidate_id_with_mass_path"),
            models.UniqueConstraint(
                fields=["person"],
                condition=models.Q(closed_on__isnull=True),
                name="one_open_candidacy_per_person",
            ),
            models.CheckConstraint(
                condition=models.Q(admitted_on__isnull=True)
                | models.Q(decided_on__isnull=False, admitted_on__gte=models.F("decided_on")),
                name="ceremony_follows_decision",
            ),
            models.CheckConstraint(
                condition=~models.Q(stage__in=ENDED_STAGES) | models.Q(closed_on__isnull=False),
                name="ended_candidacy_has_its_day",
            ),
        ]
        indexes = [
            # For offices that see much: the newest are read in order, instead of sorting all that they see.
            models.Index(fields=["-opened_on", "-id"], name="candidates_newest"),
            models.Index(fields=["party_path", "-opened_on", "-id"], name="candidates_by_scope"),
            models.Index(fields=["party_path", "stage"], name="candidates_by_stage"),
            models.Index(fields=["mass_path", "-opened_on", "-id"], name="candidates_by_mass"),
            models.Index(
                fields=["next_due_on"],
                condition=models.Q(closed_on__isnull=True),
                name="candidates_by_due_day",
            ),
        ]

    def __str__(self):
        return str(self.person)

    @property
    def is_open(self):
        return self.closed_on is None
