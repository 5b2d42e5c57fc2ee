"""What every import command may be told: on whose behalf, and as of which day."""

import datetime
from argparse import ArgumentParser

from django.core.management.base import CommandError
from django.utils.dateparse import parse_date

from accounts.models import User


def add_day_and_actor(parser: ArgumentParser, *, day: str) -> None:
    """`--on`, a date (`day` says what it means; None where it is not given), and `--actor`, a name to sign in with."""
    parser.add_argument("--on", type=_day, help=f"{day}, năm-tháng-ngày; mặc định là hôm nay")
    parser.add_argument("--actor", help="tên đăng nhập của người nhập; mặc định là hệ thống")


def user_named(username: str | None) -> User | None:
    """The account behind `--actor`; None is the system. Raises CommandError where there is no such account."""
    if not username:
        return None
    try:
        return User.objects.get_by_natural_key(username)
    except User.DoesNotExist as unknown:
        raise CommandError(f"Không có tài khoản {username}.") from unknown


def _day(text: str) -> datetime.date:
    day = parse_date(text)
    if day is None:
        raise ValueError(text)
    return day
