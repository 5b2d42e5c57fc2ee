"""Coming in, going out, and what one sets for oneself."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout, update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView
from django.http import Http404
from django.shortcuts import redirect, render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from accounts.forms import PasswordForm, SignInForm
from accounts.models import User
from accounts.preferences import THEMES, remember
from audit.actions import record
from organizations.actions.accounts import change_own_password
from organizations.gate import open_without_office
from organizations.middleware import SESSION_KEY, offices_of


class SignIn(LoginView):
    """Name and password; `next` is kept. A refusal says one thing whatever the reason."""

    template_name = "accounts/sign_in.html"
    authentication_form = SignInForm

    def form_valid(self, form):
        user = form.get_user()
        response = super().form_valid(form)
        self.request.session[SESSION_KEY] = user.preferences.get("office")
        if language := user.preferences.get("language"):
            response.set_cookie(settings.LANGUAGE_COOKIE_NAME, language, samesite="Lax")
        record("accounts.sign_in", user, actor=user, scope_path=_scope_path(user))
        return response

    def form_invalid(self, form):
        # What was typed as a name may be a password in the wrong box: only names that exist are kept.
        known = User.objects.filter(username__iexact=form.data.get("username", "")).first()
        record("accounts.sign_in_failed", known, actor=None, scope_path=_scope_path(known))
        return super().form_invalid(form)


@require_POST
@open_without_office
def sign_out(request):
    record("accounts.sign_out", request.user, actor=request.user, scope_path=_scope_path(request.user))
    logout(request)
    messages.success(request, _("Đã đăng xuất."))
    return redirect("accounts:sign_in")


@sensitive_post_parameters()
@never_cache
@open_without_office
def change_password(request):
    form = PasswordForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        change_own_password(request.user, form.cleaned_data["new_password1"])
        update_session_auth_hash(request, request.user)
        messages.success(request, _("Đã đổi mật khẩu. Các phiên đăng nhập khác của bạn đã kết thúc."))
        return redirect(_next(request))
    return render(request, "accounts/change_password.html", {"form": form, "next": request.GET.get("next", "")})


@require_POST
def choose_office(request):
    """Act in another of one's own offices from now on; 404 for an office one does not hold."""
    chosen = [office for office in request.offices if str(office.pk) == request.POST.get("office")]
    if not chosen:
        raise Http404
    office = chosen[0]
    request.session[SESSION_KEY] = office.pk
    remember(request.user, office=office.pk)
    record("accounts.choose_office", office, actor=request.user, scope_path=office.organization.path)
    messages.info(request, _("Bạn đang làm việc với tư cách: %(office)s.") % {"office": office})
    return redirect(settings.LOGIN_REDIRECT_URL)


@require_POST
@open_without_office
def choose_theme(request):
    if request.POST.get("theme") in THEMES:
        remember(request.user, theme=request.POST["theme"])
    return redirect(_next(request))


@login_not_required
@require_POST
def choose_language(request):
    language = request.POST.get("language")
    if request.user.is_authenticated and language in dict(settings.LANGUAGES):
        remember(request.user, language=language)
    return set_language(request)


@login_not_required
def data_notice(request):
    return render(request, "accounts/data_notice.html")


def _next(request):
    """The address asked for, if it is ours."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    if url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure()):
        return wanted
    return resolve_url(settings.LOGIN_REDIRECT_URL)


def _scope_path(user):
    """Where inspectors find it: at the unit of the first office held."""
    offices = offices_of(user) if user else []
    return offices[0].organization.path if offices else ""
