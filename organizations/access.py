"""Who may open a view: sign-in is required everywhere (middleware), the ability is named here."""

from functools import wraps

from django.core.exceptions import PermissionDenied

from organizations.permissions import can


def allowed(*abilities):
    """Open the view to offices that hold one of the abilities; others get 403.

    What lies outside the office's scope is not this decorator's matter: the view fetches through
    `visible_to(request.user)` and answers 404.
    """

    def decorate(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not any(can(request.user, ability) for ability in abilities):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        guarded.abilities = abilities  # type: ignore[attr-defined]  # a mark for the test of who may open what
        return guarded

    return decorate
