"""What every page knows: the office held, the others to choose from, and the abilities."""

from organizations.permissions import GRANTS


def office(request):
    acting = getattr(getattr(request, "user", None), "acting", None)
    return {
        "acting": acting,
        "offices": getattr(request, "offices", []),
        "abilities": GRANTS[acting.role] if acting else frozenset(),
    }
