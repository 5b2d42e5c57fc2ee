"""The stages of a candidacy, from the first name to full membership, and the ways it ends."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_PROPOSED = _("Đã được giới thiệu")
_FOSTERED = _("Đang bồi dưỡng")
_CONSIDERED = _("Đang được xem xét")
_ADMITTED = _("Đã kết nạp")
_ENDED = _("Đã kết thúc")


class Stage(StrEnum):
    """A stage with its full label, a short one for lists, and the coarse one mass organisations may read (DP-8)."""

    label: Promise
    coarse_label: Promise
    short_label: Promise
    number: str

    def __new__(
        cls,
        value: str,
        number: str = "",
        label: Promise = _ENDED,
        coarse_label: Promise = _ENDED,
        short_label: Promise | None = None,
    ) -> "Stage":
        stage = str.__new__(cls, value)
        stage._value_ = value
        stage.number = number
        stage.label = label
        stage.coarse_label = coarse_label
        stage.short_label = label if short_label is None else short_label
        return stage

    IDENTIFIED = "identified", "S0", _("Nguồn phát hiện"), _("Nguồn phát hiện")
    INTRODUCED = "introduced", "S1", _("Quần chúng ưu tú được giới thiệu"), _PROPOSED, _("Được giới thiệu")
    ON_SOURCE_LIST = "on_source_list", "S2", _("Cảm tình Đảng, đã phân công giúp đỡ"), _FOSTERED, _("Cảm tình Đảng")
    TRAINED = "trained", "S3", _("Đã học lớp nhận thức về Đảng"), _FOSTERED, _("Đã học nhận thức")
    APPLYING = "applying", "S4", _("Đang làm hồ sơ"), _CONSIDERED
    VERIFIED = "verified", "S5", _("Đã thẩm tra lý lịch"), _CONSIDERED, _("Đã thẩm tra")
    CONSULTED = "consulted", "S6", _("Đã lấy ý kiến"), _CONSIDERED
    PROPOSED = "proposed", "S7", _("Chi bộ đã đề nghị kết nạp"), _CONSIDERED, _("Chi bộ đề nghị")
    APPRAISED = "appraised", "S7a", _("Đảng ủy bộ phận đã thẩm định"), _CONSIDERED, _("Đã thẩm định")
    ENDORSED = "endorsed", "S8", _("Đảng ủy cơ sở đã đề nghị kết nạp"), _CONSIDERED, _("Đảng ủy đề nghị")
    DECIDED = "decided", "S9", _("Đã có quyết định kết nạp"), _CONSIDERED, _("Có quyết định")
    ON_PROBATION = "on_probation", "S10", _("Đảng viên dự bị"), _ADMITTED, _("Đảng viên dự bị")
    RECOGNITION_PROPOSED = (
        "recognition_proposed",
        "S12",
        _("Chi bộ đã đề nghị công nhận chính thức"),
        _ADMITTED,
        _("Chi bộ đề nghị công nhận"),
    )
    RECOGNITION_APPRAISED = (
        "recognition_appraised",
        "S12",
        _("Đã thẩm định đề nghị công nhận chính thức"),
        _ADMITTED,
        _("Đã thẩm định công nhận"),
    )
    RECOGNITION_ENDORSED = (
        "recognition_endorsed",
        "S12",
        _("Đảng ủy cơ sở đã đề nghị công nhận chính thức"),
        _ADMITTED,
        _("Đảng ủy đề nghị công nhận"),
    )
    RECOGNISED = "recognised", "S13", _("Đảng viên chính thức"), _ADMITTED, _("Chính thức")
    DROPPED = "dropped", "X1", _("Thôi theo dõi"), _ENDED
    REFUSED_BY_CELL = "refused_by_cell", "X2", _("Chi bộ không đồng ý"), _ENDED
    REFUSED_BY_COMMITTEE = "refused_by_committee", "X3", _("Cấp ủy không chuẩn y"), _ENDED
    TRANSFERRED_OUT = "transferred_out", "X4", _("Chuyển đi nơi khác"), _ENDED
    STRUCK_OFF = "struck_off", "X5", _("Xóa tên đảng viên dự bị"), _ENDED, _("Xóa tên")
    ANNULLED = "annulled", "X6", _("Hủy quyết định kết nạp"), _ENDED, _("Hủy quyết định")
    DECEASED = "deceased", "X7", _("Qua đời"), _ENDED
    WITHDRAWN = "withdrawn", "X7", _("Tự rút đơn"), _ENDED

    @classmethod
    def choices(cls) -> list[tuple[str, Promise]]:
        """Value and label, as a model field or a form takes them."""
        return [(stage.value, stage.label) for stage in cls]
