"""The language of a page: Vietnamese, until somebody chooses otherwise."""

from django.conf import settings
from django.utils import translation


class LanguageMiddleware:
    """Takes the language from the choice kept in the cookie, never from the browser.

    Browsers of the offices are often installed in English; their users are not English.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response
