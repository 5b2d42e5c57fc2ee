"""Accounts and offices, for the administrator. He sees no dossier."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Prefetch, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from organizations.access import allowed
from organizations.account_scope import accounts_visible_to
from organizations.actions import accounts
from organizations.actions.manner import Refused
from organizations.forms.accounts import AccountForm, EndForm, NewAccountForm, OfficeForm
from organizations.models import Assignment
from organizations.permissions import Ability

PAGE = 50


@allowed(Ability.MANAGE_USERS)
def users(request):
    today = timezone.localdate()
    wanted = request.GET.get("q", "").strip()
    found = accounts_visible_to(request.user).prefetch_related(
        Prefetch("assignments", Assignment.objects.held_on(today).select_related("organization"), to_attr="held")
    )
    if wanted:
        found = found.filter(Q(username__icontains=wanted) | Q(full_name__icontains=wanted))
    if request.GET.get("state") == "closed":
        found = found.filter(is_active=False)
    page = Paginator(found.order_by("-is_active", "username"), PAGE).get_page(request.GET.get("page"))
    return render(request, "accounts/users.html", {"page": page, "q": wanted, "state": request.GET.get("state", "")})


@never_cache
@allowed(Ability.MANAGE_USERS)
def create(request):
    form = NewAccountForm(request.POST or None, administrator=request.user, on=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        try:
            user, password = accounts.create_account(actor=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, refusal.findings)
        else:
            return render(request, "accounts/one_time_password.html", {"account": user, "password": password})
    return render(request, "accounts/user_form.html", {"form": form})


@allowed(Ability.MANAGE_USERS)
def user(request, pk):
    account = _account(request, pk)
    form = AccountForm(request.POST or None, instance=account)
    if request.method == "POST" and form.is_valid():
        accounts.change_account(account, actor=request.user, **form.cleaned_data)
        messages.success(request, _("Đã lưu tài khoản."))
        return redirect("accounts:user", pk=pk)
    return _page(request, account, form=form)


@allowed(Ability.MANAGE_USERS)
@require_POST
def assign(request, pk):
    account = _account(request, pk)
    form = OfficeForm(request.POST, administrator=request.user, on=timezone.localdate())
    if form.is_valid():
        try:
            accounts.assign(account, actor=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, refusal.findings)
        else:
            messages.success(request, _("Đã phân công."))
            return redirect("accounts:user", pk=pk)
    return _page(request, account, office_form=form)


@allowed(Ability.MANAGE_USERS)
@require_POST
def end_assignment(request, pk):
    assignment = get_object_or_404(
        Assignment.objects.filter(user__in=accounts_visible_to(request.user)).select_related("user"), pk=pk
    )
    form = EndForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Ngày kết thúc chưa đúng: ghi ngày/tháng/năm."))
    elif not _refused(request, accounts.end_assignment, assignment, on=form.cleaned_data["to_on"]):
        messages.success(request, _("Đã kết thúc phân công."))
    return redirect("accounts:user", pk=assignment.user_id)


@never_cache
@allowed(Ability.MANAGE_USERS)
@require_POST
def reset_password(request, pk):
    """The answer shows the one-time password: it stands in no session, address or log."""
    account = _account(request, pk)
    try:
        password = accounts.reset_password(account, actor=request.user)
    except Refused as refusal:
        messages.error(request, " ".join(refusal.findings))
        return redirect("accounts:user", pk=pk)
    return render(request, "accounts/one_time_password.html", {"account": account, "password": password})


@allowed(Ability.MANAGE_USERS)
@require_POST
def deactivate(request, pk):
    if not _refused(request, accounts.deactivate, _account(request, pk)):
        messages.success(request, _("Đã khóa tài khoản."))
    return redirect("accounts:user", pk=pk)


@allowed(Ability.MANAGE_USERS)
@require_POST
def reactivate(request, pk):
    if not _refused(request, accounts.reactivate, _account(request, pk)):
        messages.success(request, _("Đã mở lại tài khoản."))
    return redirect("accounts:user", pk=pk)


def _account(request, pk):
    return get_object_or_404(accounts_visible_to(request.user), pk=pk)


def _refused(request, act, *subjects, **details):
    """Do it; say why not where it is refused, and answer whether it was."""
    try:
        act(*subjects, actor=request.user, **details)
    except Refused as refusal:
        messages.error(request, " ".join(refusal.findings))
        return True
    return False


def _page(request, account, *, form=None, office_form=None):
    today = timezone.localdate()
    context = {
        "account": account,
        "form": form or AccountForm(instance=account),
        "office_form": office_form or OfficeForm(administrator=request.user, on=today),
        "assignments": account.assignments.select_related("organization").order_by("-from_on", "-id"),
        "today": today,
        "is_self": account == request.user,
    }
    return render(request, "accounts/user.html", context)
