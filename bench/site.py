"""A browser's part of a question: a signed-in session over one kept connection on loopback."""

import http.client
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

SIGN_IN = "/tai-khoan/dang-nhap/"


@dataclass(frozen=True)
class Request:
    """One request and the status that tells it was answered as meant. With `data` it is a POST."""

    path: str
    data: dict[str, Any] | None = None
    status: int = 200


class Session:
    """One keep-alive connection with its cookies."""

    def __init__(self, port: int, cookies: dict[str, str] | None = None) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.cookies = dict(cookies or {})

    def send(self, request: Request) -> str:
        """The body of the answer. Raises ValueError where the status is another one than meant."""
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if request.data is None:
            self.connection.request("GET", request.path, headers=headers)
        else:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urlencode({**request.data, "csrfmiddlewaretoken": self.cookies["csrftoken"]})
            self.connection.request("POST", request.path, body, headers)
        response = self.connection.getresponse()
        text = response.read().decode()
        for name, value in response.getheaders():
            if name.lower() == "set-cookie":
                key, _equals, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        if response.status != request.status or response.getheader("Location", "").startswith(SIGN_IN):
            raise ValueError(f"{request.path} answered {response.status} instead of {request.status}: {text[:2000]}")
        return text

    def timed(self, request: Request) -> float:
        """Milliseconds from sending the request to having the whole answer."""
        begun = time.perf_counter()
        self.send(request)
        return 1000 * (time.perf_counter() - begun)

    def sign_in(self, username: str, password: str) -> None:
        self.send(Request(SIGN_IN))
        self.send(Request(SIGN_IN, {"username": username, "password": password}, status=302))
