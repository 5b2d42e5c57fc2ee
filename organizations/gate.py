"""Before any page: a one-time password is changed first, and without an office there is nothing to open."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode


def open_without_office(view):
    """Mark a view that whoever is signed in may open, with no office and with a password still to be changed."""
    view.open_without_office = True
    return view


class GateMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        user = request.user
        is_open = getattr(view, "open_without_office", False) or not getattr(view, "login_required", True)
        if is_open or not user.is_authenticated:
            return None
        if user.must_change_password:
            query = urlencode({"next": request.get_full_path()}) if request.method == "GET" else ""
            return redirect(f"{reverse('accounts:change_password')}?{query}".rstrip("?"))
        if user.acting is None:
            return render(request, "accounts/no_office.html", status=403)
        return None
