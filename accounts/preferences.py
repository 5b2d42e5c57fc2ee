"""What a user likes: kept with the account, for him alone."""

from django.db import transaction

from accounts.models import User

THEMES = ("light", "dark")


@transaction.atomic
def remember(user, **preferences):
    """Keep these values (JSON-able) beside the others the user has; they are not acts and leave no audit entry."""
    kept = User.objects.select_for_update().get(pk=user.pk).preferences | preferences
    User.objects.filter(pk=user.pk).update(preferences=kept)
    user.preferences = kept
