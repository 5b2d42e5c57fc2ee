"""Every figure, declared once: dashboards, reports, workbooks and lists of people all ask these rows."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from candidates.pipeline.transition import BEFORE_CELL, BEFORE_DECISION, PROBATION, UNDER_WAY
from candidates.stages import Stage
from reports.figures.counting import Acts, Certificates, Learners, Stock
from reports.models import Target
from training.models import Kind

PEOPLE, PERCENT = _("người"), "%"
FLOW, CLASSES, STOCK = _("Trong kỳ"), _("Lớp bồi dưỡng"), _("Đang theo dõi đến cuối kỳ")
REFUSED = ("drop", "refuse_by_cell", "refuse_by_committee", "withdraw", "transfer_out", "decease")


@dataclass(frozen=True)
class Share:
    """One figure as a share of another, in percent (RPT-1)."""

    part: str
    whole: str


Source = Acts | Stock | Learners | Certificates | Share


@dataclass(frozen=True)
class Figure:
    """`target` names the kind and group of the yearly target it is measured against."""

    key: str
    title: Promise | str
    definition: Promise | str
    source: Source
    group: Promise
    target: tuple[str, str] | None = None
    unit: Promise | str = PEOPLE

    @property
    def is_stock(self) -> bool:
        return isinstance(self.source, Stock)

    @property
    def is_share(self) -> bool:
        return isinstance(self.source, Share)


_FLOWS = (
    Figure(
        "nominated",
        _("Quần chúng ưu tú được giới thiệu"),
        _("Số người được ban chấp hành đoàn thể hoặc chi bộ giới thiệu, tính theo ngày của nghị quyết giới thiệu."),
        Acts(("nominate",)),
        FLOW,
        (Target.Kind.NOMINATION, Target.Dimension.ALL),
    ),
    Figure(
        "nominated_workers",
        _("Trong đó: công nhân, lao động trực tiếp"),
        _("Người được giới thiệu là lao động trực tiếp sản xuất vào ngày giới thiệu, không kể loại hợp đồng."),
        Acts(("nominate",), workers=True),
        FLOW,
        (Target.Kind.NOMINATION, Target.Dimension.WORKERS),
    ),
    Figure(
        "listed",
        _("Đưa vào danh sách nguồn"),
        _("Số người được chi bộ ra nghị quyết đưa vào danh sách cảm tình Đảng và phân công giúp đỡ."),
        Acts(("list",)),
        FLOW,
    ),
    Figure(
        "proposed",
        _("Chi bộ đề nghị kết nạp"),
        _("Số người được chi bộ biểu quyết đề nghị kết nạp, tính theo ngày họp chi bộ."),
        Acts(("propose",)),
        FLOW,
    ),
    Figure(
        "admitted",
        _("Kết nạp đảng viên"),
        _("Số người được kết nạp, tính theo ngày lễ kết nạp (hoặc ngày quyết định, nếu địa phương quy định)."),
        Acts(admission=True),
        FLOW,
        (Target.Kind.ADMISSION, Target.Dimension.ALL),
    ),
    Figure(
        "admitted_workers",
        _("Trong đó: công nhân, lao động trực tiếp"),
        _("Người được kết nạp là lao động trực tiếp vào ngày kết nạp, không kể hợp đồng hay thành phần sở hữu."),
        Acts(admission=True, workers=True),
        FLOW,
        (Target.Kind.ADMISSION, Target.Dimension.WORKERS),
    ),
    Figure(
        "worker_share",
        _("Tỷ lệ công nhân trong số kết nạp"),
        _("Số công nhân, lao động trực tiếp được kết nạp chia cho tổng số kết nạp cùng kỳ, làm tròn một chữ số."),
        Share("admitted_workers", "admitted"),
        FLOW,
        unit=PERCENT,
    ),
    Figure(
        "recognised",
        _("Công nhận đảng viên chính thức"),
        _("Số đảng viên dự bị có quyết định công nhận chính thức, tính theo ngày quyết định."),
        Acts(("recognise",)),
        FLOW,
    ),
    Figure(
        "ended",
        _("Thôi theo dõi, không được kết nạp"),
        _("Số hồ sơ kết thúc: thôi theo dõi, chi bộ hoặc cấp ủy không đồng ý, tự rút đơn, chuyển đi, qua đời."),
        Acts(REFUSED),
        FLOW,
    ),
    Figure(
        "struck_off",
        _("Xóa tên đảng viên dự bị, hủy quyết định"),
        _("Số đảng viên dự bị bị xóa tên hoặc bị hủy quyết định kết nạp."),
        Acts(("strike_off", "annul")),
        FLOW,
    ),
)
_CLASSES = (
    Figure(
        "awareness_learners",
        _("Học lớp nhận thức về Đảng"),
        _("Số người có tên trong lớp bồi dưỡng nhận thức về Đảng diễn ra trong kỳ, không kể người chờ chỗ, thôi học."),
        Learners(Kind.AWARENESS),
        CLASSES,
    ),
    Figure(
        "awareness_certificates",
        _("Được cấp giấy chứng nhận lớp nhận thức"),
        _("Số người được cấp giấy chứng nhận trong kỳ, tính theo ngày cấp; không kể giấy đã thu hồi."),
        Certificates(Kind.AWARENESS),
        CLASSES,
    ),
    Figure(
        "new_member_learners",
        _("Học lớp đảng viên mới"),
        _("Số người có tên trong lớp bồi dưỡng đảng viên mới diễn ra trong kỳ."),
        Learners(Kind.NEW_MEMBER),
        CLASSES,
    ),
    Figure(
        "new_member_certificates",
        _("Được cấp giấy chứng nhận lớp đảng viên mới"),
        _("Số người được cấp giấy chứng nhận trong kỳ, tính theo ngày cấp; không kể giấy đã thu hồi."),
        Certificates(Kind.NEW_MEMBER),
        CLASSES,
    ),
)
_TOTALS = (
    Figure(
        "under_way",
        _("Tổng số đang theo dõi, chưa kết nạp"),
        _("Số hồ sơ đang mở từ khi giới thiệu đến trước lễ kết nạp, vào ngày cuối kỳ."),
        Stock((*BEFORE_CELL, *BEFORE_DECISION, Stage.DECIDED)),
        STOCK,
    ),
    Figure(
        "probationers",
        _("Tổng số đảng viên dự bị"),
        _("Số đảng viên dự bị chưa được công nhận chính thức, vào ngày cuối kỳ."),
        Stock(PROBATION),
        STOCK,
    ),
)
_STAGES = tuple(
    Figure(
        f"stage_{stage.value}",
        stage.label,
        _("Số hồ sơ đang ở giai đoạn này vào ngày cuối kỳ, theo hành vi gần nhất còn hiệu lực."),
        Stock((stage,)),
        STOCK,
    )
    for stage in UNDER_WAY
)

DECLARED = (*_FLOWS, *_CLASSES, *_TOTALS, *_STAGES)
FIGURES = {figure.key: figure for figure in DECLARED}
