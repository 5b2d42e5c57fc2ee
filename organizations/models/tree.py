"""The three trees and the enterprises they stand in."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from organizations.models.tables import OwnershipType
from organizations.querysets import EnterpriseQuerySet, OrganizationQuerySet

PATH_LENGTH = 250


class Line(models.TextChoices):
    PARTY = "party", _("Đảng")
    UNION = "union", _("Công đoàn")
    YOUTH_UNION = "youth_union", _("Đoàn Thanh niên")


class Enterprise(models.Model):
    """An employer, whether or not any organisation has been founded in it."""

    code = models.CharField(_("Mã"), max_length=30, unique=True)
    name = models.CharField(_("Tên đơn vị, doanh nghiệp"), max_length=250)
    search_text = models.CharField(max_length=300, editable=False, default="")
    ownership = models.ForeignKey(OwnershipType, models.PROTECT, verbose_name=_("Loại hình"), null=True, blank=True)
    industry = models.CharField(_("Ngành nghề"), max_length=160, blank=True)
    place = models.CharField(_("Địa chỉ"), max_length=250, blank=True)
    area = models.CharField(_("Địa bàn"), max_length=120, blank=True)
    closed_on = models.DateField(_("Ngày chấm dứt hoạt động"), null=True, blank=True)

    objects = EnterpriseQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("doanh nghiệp, đơn vị sử dụng lao động")
        verbose_name_plural = _("doanh nghiệp, đơn vị sử dụng lao động")

    def __str__(self):
        return self.name


class Organization(models.Model):
    """One unit of one of the three lines.

    It keeps its identity for life: its name and parent are dated `Placement` rows, and the
    columns here repeat those of today. `path` is the materialised place in the tree
    (`/duk/tc07/tc07.2/`): whatever begins with a unit's path lies beneath it.
    """

    class Kind(models.TextChoices):
        ROOT = "root", _("Đảng bộ cấp trên trực tiếp")
        BASE_COMMITTEE = "base_committee", _("Đảng bộ cơ sở")
        BASE_CELL = "base_cell", _("Chi bộ cơ sở")
        SECTIONAL_COMMITTEE = "sectional_committee", _("Đảng bộ bộ phận")
        CELL = "cell", _("Chi bộ trực thuộc")
        UNION_UPPER = "union_upper", _("Công đoàn cấp trên")
        UNION_BASE = "union_base", _("Công đoàn cơ sở")
        YOUTH_UPPER = "youth_upper", _("Đoàn cấp trên")
        YOUTH_BASE = "youth_base", _("Đoàn cơ sở")

    class Sector(models.TextChoices):
        AGENCY = "agency", _("Cơ quan, đơn vị sự nghiệp")
        STATE = "state", _("Doanh nghiệp nhà nước")
        NON_STATE = "non_state", _("Doanh nghiệp ngoài nhà nước")
        FOREIGN = "foreign", _("Doanh nghiệp có vốn đầu tư nước ngoài")

    line = models.CharField(pgettext_lazy("line", "Hệ thống"), max_length=12, choices=Line)
    kind = models.CharField(_("Loại"), max_length=24, choices=Kind)
    code = models.CharField(_("Mã"), max_length=30, unique=True)
    national_code = models.CharField(_("Mã quốc gia"), max_length=18, blank=True)
    name = models.CharField(_("Tên tổ chức"), max_length=250)
    short_name = models.CharField(_("Tên viết tắt"), max_length=120, blank=True)
    search_text = models.CharField(max_length=400, editable=False, default="")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    path = models.CharField(max_length=PATH_LENGTH, unique=True, db_collation="C", editable=False)
    sector = models.CharField(_("Khu vực"), max_length=10, choices=Sector, blank=True)
    enterprise = models.ForeignKey(
        Enterprise,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="organizations",
        verbose_name=_("Doanh nghiệp"),
    )
    party_unit = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="mass_organizations",
        verbose_name=_("Tổ chức đảng nơi đơn vị"),
        help_text=_("Tổ chức đảng tiếp nhận quần chúng do đoàn thể này giới thiệu."),
    )
    is_delegated = models.BooleanField(
        _("Được ủy quyền quyết định kết nạp"),
        default=False,
        help_text=_("Chỉ với đảng ủy cơ sở được cấp trên ủy quyền."),
    )
    founded_on = models.DateField(_("Ngày thành lập"), null=True, blank=True)
    closed_on = models.DateField(_("Ngày kết thúc hoạt động"), null=True, blank=True)
    successor = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="predecessors")

    objects = OrganizationQuerySet.as_manager()

    class Meta:
        ordering = ["path"]
        verbose_name = _("tổ chức")
        verbose_name_plural = _("tổ chức")
        constraints = [
            # The scope keys of other tables point at this pair and follow it (see scope_keys).
            models.UniqueConstraint(fields=["id", "path"], name="organization_id_with_path"),
            models.CheckConstraint(
                condition=models.Q(path__startswith="/", path__endswith="/"),
                name="path_is_enclosed_in_slashes",
            ),
            models.CheckConstraint(
                condition=models.Q(closed_on__isnull=True)
                | models.Q(founded_on__isnull=True)
                | models.Q(closed_on__gte=models.F("founded_on")),
                name="organization_closes_after_it_is_founded",
            ),
        ]
        indexes = [models.Index(fields=["line", "kind"], name="organizations_by_kind")]

    def __str__(self):
        return self.name

    @property
    def scope(self):
        """The half-open range of paths at or beneath this unit, as (from, to)."""
        return self.path, self.path[:-1] + "0"

    @property
    def depth(self):
        return self.path.count("/") - 2

    @property
    def is_base(self):
        """Whether it is a base organisation (tổ chức cơ sở đảng)."""
        return self.kind in (self.Kind.BASE_CELL, self.Kind.BASE_COMMITTEE)

    @property
    def is_cell(self):
        return self.kind in (self.Kind.BASE_CELL, self.Kind.CELL)

    @property
    def base(self):
        """The base organisation at or above this unit, else the highest unit. Lists select `parent__parent` with it."""
        unit = self
        while not unit.is_base and unit.parent:
            unit = unit.parent
        return unit

    @property
    def with_base(self):
        """The name, of a cell with its base committee's: one name of a cell stands in many companies."""
        return f"{self.name}, {self.base.name}" if self.kind == self.Kind.CELL and self.parent else self.name


class Placement(models.Model):
    """The name and parent of a unit from a day on (ORG-0): acts print the name of their day."""

    organization = models.ForeignKey(Organization, models.CASCADE, related_name="placements")
    name = models.CharField(max_length=250)
    parent = models.ForeignKey(Organization, models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=24, choices=Organization.Kind)
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)
    decision = models.CharField(_("Văn bản"), max_length=200, blank=True)

    class Meta:
        ordering = ["-from_on"]
        verbose_name = _("giai đoạn tổ chức")
        verbose_name_plural = _("giai đoạn tổ chức")
        constraints = [
            models.UniqueConstraint(
                fields=["organization"],
                condition=models.Q(to_on__isnull=True),
                name="one_current_placement_per_organization",
            ),
            models.CheckConstraint(
                condition=models.Q(to_on__isnull=True) | models.Q(to_on__gte=models.F("from_on")),
                name="placement_ends_after_it_begins",
            ),
        ]

    def __str__(self):
        return f"{self.name} ({self.from_on:%d/%m/%Y})"


class Strength(models.Model):
    """Head counts that a unit reported for a day; shares and targets are measured against them."""

    organization = models.ForeignKey(Organization, models.CASCADE, related_name="strengths")
    on = models.DateField(_("Tính đến ngày"))
    members = models.PositiveIntegerField(_("Tổng số đảng viên"), default=0)
    full_members = models.PositiveIntegerField(_("Đảng viên chính thức"), null=True, blank=True)
    worker_members = models.PositiveIntegerField(_("Đảng viên là công nhân trực tiếp"), default=0)
    employees = models.PositiveIntegerField(_("Tổng số lao động"), default=0)
    direct_workers = models.PositiveIntegerField(_("Công nhân trực tiếp sản xuất"), default=0)
    committee_members = models.PositiveSmallIntegerField(_("Số cấp ủy viên"), null=True, blank=True)
    no_outsiders_left = models.BooleanField(_("Không còn quần chúng"), default=False)

    class Meta:
        ordering = ["-on"]
        verbose_name = _("số liệu tổ chức")
        verbose_name_plural = _("số liệu tổ chức")
        constraints = [
            models.UniqueConstraint(fields=["organization", "on"], name="one_strength_per_organization_and_day"),
            models.CheckConstraint(
                condition=models.Q(worker_members__lte=models.F("members")),
                name="worker_members_are_members",
            ),
            models.CheckConstraint(
                condition=models.Q(direct_workers__lte=models.F("employees")),
                name="direct_workers_are_employees",
            ),
        ]

    def __str__(self):
        return f"{self.organization}, {self.on:%d/%m/%Y}"
