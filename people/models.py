"""The person: name, number, work, memberships. A candidacy is something else (see candidates)."""

import datetime

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.utils.translation import gettext_lazy as _

from organizations.models import (
    Enterprise,
    Ethnicity,
    LabourClass,
    Occupation,
    Organization,
    Qualification,
    Religion,
)
from people.dates import PartialDate
from people.fields import EncryptedTextField
from people.identity import mask
from people.querysets import (
    ConsentQuerySet,
    EmploymentQuerySet,
    MembershipQuerySet,
    PartyMembershipQuerySet,
    PersonQuerySet,
)


class Person(models.Model):
    """A human being, once in the whole tree.

    `unit` is the Party unit that keeps the record, `mass_unit` the union or youth union that
    introduced the person; `party_path` and `mass_path` repeat their paths, kept equal by the
    database itself (see migration scope_keys), and are what row-level security compares.
    """

    class Sex(models.TextChoices):
        MALE = "male", _("Nam")
        FEMALE = "female", _("Nữ")

    class Precision(models.TextChoices):
        DAY = "day", _("Ngày")
        MONTH = "month", _("Tháng")
        YEAR = "year", _("Năm")

    class SchoolingSystem(models.IntegerChoices):
        TWELVE = 12, _("hệ 12 năm")
        TEN = 10, _("hệ 10 năm")

    full_name = models.CharField(_("Họ và tên"), max_length=120)
    sort_key = models.CharField(max_length=400, editable=False, db_collation="C")
    search_text = models.CharField(max_length=200, editable=False)
    other_name = models.CharField(_("Tên gọi khác"), max_length=120, blank=True)
    sex = models.CharField(_("Giới tính"), max_length=6, choices=Sex)
    born_on = models.DateField(_("Ngày sinh"), help_text=_("Ngày đầu của khoảng đã biết."))
    born_precision = models.CharField(max_length=5, choices=Precision, default=Precision.DAY)
    identity_number = EncryptedTextField(_("Số định danh cá nhân"), blank=True)
    identity_hash = models.CharField(max_length=64, default="", editable=False)
    identity_note = models.CharField(_("Lý do số định danh khác ngày sinh, giới tính"), max_length=200, blank=True)
    old_identity_hash = models.CharField(max_length=64, default="", editable=False, db_index=True)
    phone = EncryptedTextField(_("Điện thoại"), blank=True)
    phone_hash = models.CharField(max_length=64, default="", editable=False, db_index=True)
    is_citizen = models.BooleanField(_("Công dân Việt Nam"), default=True)
    ethnicity = models.ForeignKey(Ethnicity, models.PROTECT, null=True, blank=True, verbose_name=_("Dân tộc"))
    religion = models.ForeignKey(Religion, models.PROTECT, null=True, blank=True, verbose_name=_("Tôn giáo"))
    schooling_grade = models.PositiveSmallIntegerField(_("Lớp phổ thông đã học xong"), null=True, blank=True)
    schooling_system = models.PositiveSmallIntegerField(
        _("Hệ phổ thông"), choices=SchoolingSystem, default=SchoolingSystem.TWELVE
    )
    qualification = models.ForeignKey(
        Qualification, models.PROTECT, null=True, blank=True, verbose_name=_("Trình độ chuyên môn")
    )
    qualification_note = models.CharField(_("Chuyên ngành"), max_length=160, blank=True)
    hometown = models.CharField(_("Quê quán"), max_length=250, blank=True)
    residence = models.CharField(_("Nơi ở hiện nay"), max_length=250, blank=True)
    residence_code = models.CharField(_("Mã xã, phường"), max_length=10, blank=True)

    unit = models.ForeignKey(Organization, models.PROTECT, null=True, related_name="people", editable=False)
    party_path = models.CharField(max_length=250, default="", db_collation="C", editable=False)
    mass_unit = models.ForeignKey(
        Organization, models.PROTECT, null=True, related_name="introduced_people", editable=False
    )
    mass_path = models.CharField(max_length=250, default="", db_collation="C", editable=False)
    is_demo = models.BooleanField(default=False, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = PersonQuerySet.as_manager()

    class Meta:
        ordering = ["sort_key", "id"]
        verbose_name = _("người")
        verbose_name_plural = _("người")
        constraints = [
            # Rows that hang on a person copy his two paths through these pairs (scope_keys).
            models.UniqueConstraint(fields=["id", "party_path"], name="person_id_with_party_path"),
            models.UniqueConstraint(fields=["id", "mass_path"], name="person_id_with_mass_path"),
            models.UniqueConstraint(
                fields=["identity_hash"],
                condition=~models.Q(identity_hash=""),
                name="one_person_per_identity_number",
            ),
            models.CheckConstraint(
                condition=models.Q(unit__isnull=True, party_path="")
                | models.Q(unit__isnull=False) & ~models.Q(party_path=""),
                name="person_party_path_goes_with_unit",
            ),
            models.CheckConstraint(
                condition=models.Q(mass_unit__isnull=True, mass_path="")
                | models.Q(mass_unit__isnull=False) & ~models.Q(mass_path=""),
                name="person_mass_path_goes_with_unit",
            ),
        ]
        indexes = [
            models.Index(fields=["party_path", "sort_key", "id"], name="people_by_scope"),
            models.Index(fields=["mass_path"], name="people_by_mass_scope"),
            models.Index(fields=["sort_key", "id"], name="people_by_name"),
            GinIndex(SearchVector("search_text", config="simple"), name="people_by_word"),
        ]

    def __str__(self):
        return self.full_name

    @property
    def born(self):
        """Date of birth with the precision it is known to, as a PartialDate."""
        return PartialDate.of(self.born_on, self.born_precision)

    @property
    def masked_identity(self):
        return mask(self.identity_number) if self.identity_number else ""

    @property
    def schooling(self):
        return f"{self.schooling_grade}/{self.schooling_system}" if self.schooling_grade else ""


class DatedRow(models.Model):
    """Something that holds for a time: from a day, to a day or until further notice."""

    from_on = models.DateField(_("Từ ngày"))
    to_on = models.DateField(_("Đến ngày"), null=True, blank=True)

    class Meta:
        abstract = True
        ordering = ["-from_on", "-id"]

    def holds_on(self, on: datetime.date):
        return self.from_on <= on and (self.to_on is None or on <= self.to_on)


class Employment(DatedRow):
    """Work at an enterprise. Changing employers is the normal case (OUT-7): rows follow each other."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="employments")
    party_path = models.CharField(max_length=250, default="", db_collation="C", editable=False)
    mass_path = models.CharField(max_length=250, default="", db_collation="C", editable=False)
    enterprise = models.ForeignKey(
        Enterprise, models.PROTECT, related_name="employments", verbose_name=_("Nơi làm việc")
    )
    labour_class = models.CharField(_("Vị trí lao động"), max_length=8, choices=LabourClass)
    occupation = models.ForeignKey(
        Occupation, models.PROTECT, null=True, blank=True, verbose_name=_("Nghề nghiệp thống kê")
    )
    job_title = models.CharField(_("Công việc"), max_length=160, blank=True)

    objects = EmploymentQuerySet.as_manager()

    class Meta(DatedRow.Meta):
        verbose_name = _("quá trình việc làm")
        verbose_name_plural = _("quá trình việc làm")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(to_on__isnull=True) | models.Q(to_on__gte=models.F("from_on")),
                name="employment_ends_after_it_begins",
            )
        ]
        indexes = [models.Index(fields=["enterprise", "to_on"], name="employments_by_enterprise")]

    def __str__(self):
        return f"{self.enterprise} ({self.get_labour_class_display()})"


class Membership(DatedRow):
    """Membership of the trade union or of the youth union: two kinds, never one flag."""

    class Kind(models.TextChoices):
        UNION = "union", _("Đoàn viên công đoàn")
        YOUTH_UNION = "youth_union", _("Đoàn viên Đoàn TNCS Hồ Chí Minh")

    person = models.ForeignKey(Person, models.CASCADE, related_name="memberships")
    party_path = models.CharField(max_length=250, default="", db_collation="C", editable=False)
    mass_path = models.CharField(max_length=250, default="", db_collation="C", editable=False)
    kind = models.CharField(_("Tổ chức"), max_length=12, choices=Kind)
    organization = models.ForeignKey(Organization, models.PROTECT, null=True, blank=True, related_name="mass_members")
    from_precision = models.CharField(max_length=5, choices=Person.Precision, default=Person.Precision.DAY)

    objects = MembershipQuerySet.as_manager()

    class Meta(DatedRow.Meta):
        verbose_name = _("đoàn viên")
        verbose_name_plural = _("đoàn viên")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind"],
                condition=models.Q(to_on__isnull=True),
                name="one_open_membership_per_kind",
            )
        ]

    def __str__(self):
        return self.get_kind_display()


class PartyMembership(models.Model):
    """What mentors, introducers and vote bases need of a Party member: since when, in which cell."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="party_memberships")
    cell = models.ForeignKey(Organization, models.PROTECT, related_name="party_members")
    party_path = models.CharField(max_length=250, default="", db_collation="C", editable=False)
    probationary_from = models.DateField(_("Ngày vào Đảng"))
    full_from = models.DateField(_("Ngày chính thức"), null=True, blank=True)
    in_cell_since = models.DateField(_("Sinh hoạt tại chi bộ từ"), null=True, blank=True)
    ended_on = models.DateField(_("Ngày ra khỏi chi bộ"), null=True, blank=True)

    objects = PartyMembershipQuerySet.as_manager()

    class Meta:
        ordering = ["person__sort_key", "id"]
        verbose_name = _("đảng viên")
        verbose_name_plural = _("đảng viên")
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=models.Q(ended_on__isnull=True),
                name="one_current_party_membership",
            ),
            models.CheckConstraint(
                condition=models.Q(full_from__isnull=True) | models.Q(full_from__gte=models.F("probationary_from")),
                name="full_membership_follows_probation",
            ),
        ]
        indexes = [models.Index(fields=["cell", "ended_on"], name="party_members_by_cell")]

    def __str__(self):
        return str(self.person)

    def is_full_on(self, on: datetime.date):
        return self.full_from is not None and self.full_from <= on


class Consent(models.Model):
    """That a person agreed to one purpose (DP-3): which text, when, how, and when he took it back."""

    class Purpose(models.TextChoices):
        NOMINATION = "nomination", _("Giới thiệu, theo dõi, giúp đỡ phấn đấu vào Đảng")
        STATISTICS = "statistics", _("Thống kê, báo cáo công tác phát triển đảng viên")

    person = models.ForeignKey(Person, models.CASCADE, related_name="consents")
    party_path = models.CharField(max_length=250, default="", db_collation="C", editable=False)
    mass_path = models.CharField(max_length=250, default="", db_collation="C", editable=False)
    purpose = models.CharField(_("Mục đích"), max_length=12, choices=Purpose)
    text_version = models.CharField(_("Bản thông báo"), max_length=20)
    given_on = models.DateField(_("Ngày đồng ý"))
    how = models.CharField(_("Hình thức"), max_length=120)
    withdrawn_on = models.DateField(_("Ngày rút lại"), null=True, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        ordering = ["-given_on", "-id"]
        verbose_name = _("sự đồng ý")
        verbose_name_plural = _("sự đồng ý")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "purpose"],
                condition=models.Q(withdrawn_on__isnull=True),
                name="one_standing_consent_per_purpose",
            )
        ]

    def __str__(self):
        return self.get_purpose_display()
