"""Open the first administrator's account on a new server, or another where none can sign in any more."""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from accounts.models import User
from organizations.actions.accounts import appoint_administrator
from organizations.models import Organization


class Command(BaseCommand):
    help = "Mở tài khoản quản trị hệ thống và in mật khẩu dùng một lần."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username", help="tên đăng nhập: chữ thường không dấu, số, dấu chấm, gạch ngang")
        parser.add_argument("--name", required=True, help="họ và tên")

    def handle(self, *args: Any, **options: Any) -> None:
        root = Organization.objects.filter(kind=Organization.Kind.ROOT, closed_on__isnull=True).first()
        if root is None:
            raise CommandError("Chưa có tổ chức đảng nào: chạy import_organizations trước.")
        try:
            User(username=options["username"], full_name=options["name"]).clean_fields(exclude=["password"])
        except ValidationError as error:
            raise CommandError("; ".join(error.messages)) from error
        if User.objects.filter(username=options["username"]).exists():
            raise CommandError("Tên đăng nhập này đã có.")
        user, password = appoint_administrator(
            username=options["username"], full_name=options["name"], organization=root, on=timezone.localdate()
        )
        self.stdout.write(f"Tài khoản: {user.username}\nMật khẩu dùng một lần: {password}")
