"""Classes: what they are, who sits in them, and the certificate that comes of it."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from organizations.models import Organization
from people.models import Person
from training.querysets import CertificateQuerySet, CourseQuerySet, EnrollmentQuerySet

# No central figure is known; offices allow two absences in ten (TRN-3). Curricula and classes may say otherwise.
USUAL_ATTENDANCE = 80


class Kind(models.TextChoices):
    AWARENESS = "awareness", _("Bồi dưỡng nhận thức về Đảng")
    NEW_MEMBER = "new_member", _("Bồi dưỡng đảng viên mới")


class Curriculum(models.Model):
    """What a kind of class consists of: from the guidance, changed by local decision."""

    kind = models.CharField(_("Loại lớp"), max_length=12, choices=Kind, unique=True)
    periods = models.PositiveSmallIntegerField(_("Số tiết"))
    sessions = models.PositiveSmallIntegerField(_("Số buổi"))
    lessons = models.JSONField(
        _("Các bài"), default=list, help_text=_("Tên và số tiết của từng phần, theo thứ tự học.")
    )
    minimum_attendance = models.PositiveSmallIntegerField(
        _("Tỷ lệ dự học tối thiểu (%)"), default=USUAL_ATTENDANCE, validators=[MaxValueValidator(100)]
    )
    source = models.CharField(_("Căn cứ"), max_length=250)
    is_verified = models.BooleanField(_("Đã đối chiếu văn bản"), default=False)

    class Meta:
        verbose_name = _("chương trình")
        verbose_name_plural = _("chương trình")

    def __str__(self):
        return self.get_kind_display()


class Course(models.Model):
    """One class."""

    class State(models.TextChoices):
        PLANNED = "planned", _("Dự kiến")
        OPEN = "open", _("Đang học")
        CLOSED = "closed", _("Đã bế giảng")
        CANCELLED = "cancelled", _("Đã hủy")

    class Audience(models.TextChoices):
        EVERYONE = "everyone", _("Mọi đối tượng")
        WORKERS = "workers", _("Dành riêng công nhân, lao động trực tiếp")

    class Shift(models.TextChoices):
        DAYTIME = "daytime", _("Giờ hành chính")
        EVENING = "evening", _("Buổi tối")
        WEEKEND = "weekend", _("Thứ bảy, Chủ nhật")

    kind = models.CharField(_("Loại lớp"), max_length=12, choices=Kind)
    code = models.CharField(_("Mã lớp"), max_length=30, unique=True)
    title = models.CharField(_("Tên lớp"), max_length=200)
    organization = models.ForeignKey(
        Organization,
        models.PROTECT,
        related_name="courses",
        verbose_name=_("Đơn vị mở lớp"),
        help_text=_("Cấp ủy chiêu sinh; học viên thuộc phạm vi của cấp ủy này."),
    )
    organizer = models.CharField(_("Cơ sở đào tạo"), max_length=200)
    audience = models.CharField(
        pgettext_lazy("class", "Đối tượng"), max_length=10, choices=Audience, default=Audience.EVERYONE
    )
    shift = models.CharField(_("Thời gian học"), max_length=10, choices=Shift, default=Shift.DAYTIME)
    place = models.CharField(_("Địa điểm"), max_length=200, blank=True)
    starts_on = models.DateField(_("Khai giảng"))
    ends_on = models.DateField(_("Bế giảng"))
    capacity = models.PositiveSmallIntegerField(_("Số học viên tối đa"), default=60, validators=[MinValueValidator(1)])
    minimum_attendance = models.PositiveSmallIntegerField(
        _("Tỷ lệ dự học tối thiểu (%)"),
        default=USUAL_ATTENDANCE,
        validators=[MaxValueValidator(100)],
        editable=False,
        help_text=_("Chép từ chương trình khi mở lớp; chương trình đổi sau đó không đổi lớp này."),
    )
    state = models.CharField(_("Tình trạng"), max_length=10, choices=State, default=State.PLANNED, editable=False)
    closed_on = models.DateField(_("Ngày bế giảng, xét kết quả"), null=True, blank=True, editable=False)
    is_demo = models.BooleanField(default=False, editable=False)

    objects = CourseQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "code"]
        verbose_name = _("lớp học")
        verbose_name_plural = _("lớp học")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")),
                name="course_ends_after_it_starts",
            )
        ]

    def __str__(self):
        return f"{self.code} – {self.title}"

    @property
    def is_running(self):
        """Whether learners may still come, go and be marked."""
        return self.state in (self.State.PLANNED, self.State.OPEN)


class Session(models.Model):
    """One sitting of a class (buổi)."""

    class Part(models.TextChoices):
        MORNING = "morning", _("Sáng")
        AFTERNOON = "afternoon", _("Chiều")
        EVENING = "evening", _("Tối")

    course = models.ForeignKey(Course, models.CASCADE, related_name="sessions")
    number = models.PositiveSmallIntegerField(_("Buổi"))
    on = models.DateField(_("Ngày"))
    part = models.CharField(_("Buổi trong ngày"), max_length=9, choices=Part, default=Part.MORNING)
    topic = models.CharField(_("Nội dung"), max_length=200, blank=True)
    lecturer = models.CharField(_("Giảng viên"), max_length=120, blank=True)
    is_marked = models.BooleanField(_("Đã điểm danh"), default=False, editable=False)

    class Meta:
        ordering = ["course", "number"]
        verbose_name = _("buổi học")
        verbose_name_plural = _("buổi học")
        constraints = [models.UniqueConstraint(fields=["course", "number"], name="one_session_per_number")]

    def __str__(self):
        return f"{self.number}. {self.topic}"


class Enrollment(models.Model):
    """One learner in one class, with what came of it."""

    class State(models.TextChoices):
        ENROLLED = "enrolled", _("Trong danh sách")
        WAITING = "waiting", _("Chờ chỗ")
        LEFT = "left", _("Thôi học")
        PASSED = "passed", _("Đạt")
        FAILED = "failed", _("Không đạt")

    class Grade(models.TextChoices):
        EXCELLENT = "excellent", _("Xuất sắc")
        GOOD = "good", _("Giỏi")
        FAIR = "fair", _("Khá")
        PASS = "pass", _("Đạt")
        FAIL = "fail", _("Không đạt")

    course = models.ForeignKey(Course, models.PROTECT, related_name="enrollments")
    person = models.ForeignKey(Person, models.PROTECT, related_name="enrollments")
    party_path = models.CharField(max_length=250, default="", db_collation="C", editable=False)
    state = models.CharField(_("Tình trạng"), max_length=10, choices=State, default=State.ENROLLED)
    enrolled_on = models.DateField(_("Ngày ghi danh"))
    grade = models.CharField(_("Kết quả"), max_length=10, choices=Grade, blank=True)
    is_direct_worker = models.BooleanField(_("Là công nhân trực tiếp khi ghi danh"), default=False, editable=False)
    override_reason = models.CharField(_("Lý do nhận ngoài đối tượng"), max_length=250, blank=True, editable=False)
    reason = models.CharField(_("Lý do thôi học, không đạt"), max_length=250, blank=True, editable=False)
    left_on = models.DateField(_("Ngày thôi học"), null=True, blank=True, editable=False)

    objects = EnrollmentQuerySet.as_manager()

    class Meta:
        ordering = ["person__sort_key", "id"]
        verbose_name = _("học viên")
        verbose_name_plural = _("học viên")
        constraints = [
            models.UniqueConstraint(fields=["course", "person"], name="one_enrollment_per_course_and_person")
        ]

    def __str__(self):
        return f"{self.person} ({self.course.code})"


class Attendance(models.Model):
    """Whether a learner sat in a session."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="attendances")
    enrollment = models.ForeignKey(Enrollment, models.CASCADE, related_name="attendances")
    is_present = models.BooleanField(_("Có mặt"))

    class Meta:
        verbose_name = _("điểm danh")
        verbose_name_plural = _("điểm danh")
        constraints = [
            models.UniqueConstraint(fields=["session", "enrollment"], name="one_mark_per_session_and_learner")
        ]

    def __str__(self):
        return f"{self.enrollment_id}/{self.session_id}"


class Certificate(models.Model):
    """A certificate a person holds, issued by a class of ours or registered from elsewhere."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="certificates")
    party_path = models.CharField(max_length=250, default="", db_collation="C", editable=False)
    kind = models.CharField(_("Loại"), max_length=12, choices=Kind)
    number = models.CharField(_("Số"), max_length=40)
    issued_on = models.DateField(_("Ngày cấp"))
    issuer = models.CharField(_("Nơi cấp"), max_length=200)
    unit_name = models.CharField(
        _("Đơn vị khi cấp"), max_length=250, blank=True, help_text=_("Tên đơn vị của học viên vào ngày cấp.")
    )
    enrollment = models.OneToOneField(Enrollment, models.PROTECT, null=True, blank=True, related_name="certificate")
    revoked_on = models.DateField(_("Ngày thu hồi"), null=True, blank=True)
    revoked_reason = models.CharField(_("Lý do thu hồi"), max_length=250, blank=True)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        ordering = ["-issued_on"]
        verbose_name = _("giấy chứng nhận")
        verbose_name_plural = _("giấy chứng nhận")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "number", "issued_on", "issuer", "person"],
                name="one_certificate_per_number",
            ),
            models.UniqueConstraint(
                fields=["issuer", "number"],
                condition=models.Q(enrollment__isnull=False),
                name="one_issued_certificate_per_register_number",
            ),
            models.CheckConstraint(
                condition=models.Q(revoked_on__isnull=True) | ~models.Q(revoked_reason=""),
                name="revoked_certificate_says_why",
            ),
        ]
        indexes = [models.Index(fields=["person", "kind", "-issued_on"], name="certificates_held")]

    def __str__(self):
        return f"{self.number} ({self.issued_on:%d/%m/%Y})"


class CertificateRegister(models.Model):
    """The book of numbers that one issuer gives in one year (sổ cấp giấy chứng nhận)."""

    issuer = models.CharField(_("Nơi cấp"), max_length=200)
    year = models.PositiveSmallIntegerField(_("Năm"))
    last_number = models.PositiveIntegerField(_("Số đã cấp cuối cùng"), default=0)

    class Meta:
        ordering = ["issuer", "year"]
        verbose_name = _("sổ cấp giấy chứng nhận")
        verbose_name_plural = _("sổ cấp giấy chứng nhận")
        constraints = [models.UniqueConstraint(fields=["issuer", "year"], name="one_register_per_issuer_and_year")]

    def __str__(self):
        return f"{self.issuer}, {self.year}"
