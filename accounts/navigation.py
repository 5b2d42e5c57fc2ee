"""The parts of the site, and who is led to them. What opens is decided by the views, not here."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True)
class Part:
    """One entry of the menu: shown to whoever holds one of the abilities (to all, where none is named)."""

    label: Promise
    icon: str
    view: str
    abilities: frozenset[str] = frozenset()


PARTS = (
    Part(_("Việc cần làm"), "checklist", "reports:home"),
    Part(_("Tổng quan"), "chart-bar", "reports:dashboard", frozenset({"view_dashboard"})),
    Part(
        pgettext_lazy("menu", "Hồ sơ"),
        "files",
        "candidates:list",
        frozenset({"view_candidate", "view_coarse_progress"}),
    ),
    Part(_("Giới thiệu quần chúng"), "user-plus", "candidates:nominate", frozenset({"nominate"})),
    Part(_("Lớp học"), "school", "training:list", frozenset({"view_training"})),
    Part(pgettext_lazy("menu", "Tổ chức"), "sitemap", "organizations:list", frozenset({"view_organization"})),
    Part(pgettext_lazy("menu", "Chỉ tiêu"), "target", "reports:targets", frozenset({"set_target", "view_dashboard"})),
    Part(_("Báo cáo"), "report-analytics", "reports:list", frozenset({"view_report"})),
    Part(
        pgettext_lazy("menu", "Công việc"),
        "clock",
        "jobs:list",
        frozenset({"import", "submit_report", "export", "manage_users"}),
    ),
    Part(_("Nhật ký"), "history", "audit:list", frozenset({"view_audit"})),
    Part(_("Tài khoản"), "users", "accounts:users", frozenset({"manage_users"})),
)


def menu(abilities, view_name):
    """The entries for these abilities, with their address and whether the page shown belongs to them."""
    shown = [part for part in PARTS if not part.abilities or part.abilities & abilities]
    here = _belongs_to(view_name)
    return [
        {"label": part.label, "icon": part.icon, "url": reverse(part.view), "current": part is here} for part in shown
    ]


# Pages about oneself belong to no part.
_OWN = {"accounts:change_password", "accounts:data_notice"}


# Pages whose app has several entries, none of which their name begins with.
_WITHIN = {
    "reports:detail": "reports:list",
    "reports:definitions": "reports:list",
    "reports:people": "reports:dashboard",
}


def _belongs_to(view_name):
    """The entry whose view this page's name begins with (`nominate`, `nominate_known`), else the first of its app."""
    if view_name in _OWN:
        return None
    view_name = _WITHIN.get(view_name, view_name)
    near = [part for part in PARTS if view_name.startswith(part.view)]
    app = view_name.rpartition(":")[0]
    same_app = [part for part in PARTS if app and part.view.startswith(f"{app}:")]
    return next(iter(near or same_app), None)
