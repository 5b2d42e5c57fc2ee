"""One transaction a request, armed with the interval of the office the user acts in."""

from django.db import transaction
from django.utils import timezone

from audit.language import of_record
from audit.origin import acting
from organizations.models import Assignment
from organizations.permissions import interval_of
from organizations.scope import armed

SESSION_KEY = "office"


class OfficeMiddleware:
    """Sets `request.user.acting` and `request.offices`; rolls back what an exception left."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        user = request.user
        office = None
        request.offices = []
        if user.is_authenticated:
            request.offices = offices_of(user)
            office = _chosen(request)
            user.acting = office
        with of_record():
            held = str(office or "")
        with (
            acting(office=held, address=request.META.get("REMOTE_ADDR")),
            armed(interval_of(office)),
        ):
            response = self.get_response(request)
            if getattr(request, "failed", False):
                transaction.set_rollback(True)
            return response

    def process_exception(self, request, exception):
        # Not rolled back here: the error page may still have to ask the database something.
        request.failed = True


def offices_of(user, on=None):
    """The offices the user holds on the day (today by default), each with its unit."""
    held = Assignment.objects.filter(user=user).held_on(on or timezone.localdate())
    return list(held.select_related("organization"))


def _chosen(request):
    wanted = request.session.get(SESSION_KEY)
    chosen = [office for office in request.offices if office.pk == wanted]
    return (chosen or request.offices or [None])[0]
