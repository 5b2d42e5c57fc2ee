"""Load or remove the demo: invented people, one account for each role."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from accounts.models import User
from reports.demo.clearing import clear
from reports.demo.loading import load
from reports.demo.staff import ACCOUNTS, PASSWORD


class Command(BaseCommand):
    help = "Nạp dữ liệu mẫu (người và hồ sơ tưởng tượng) để dùng thử; --clear để xóa; --accounts để xem tài khoản."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--clear", action="store_true", help="xóa dữ liệu mẫu")
        parser.add_argument("--accounts", action="store_true", help="chỉ in các tài khoản dùng thử")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["clear"]:
            removed = clear()
            self.stdout.write(f"Đã xóa {removed} người mẫu cùng hồ sơ, lớp học, tài khoản dùng thử.")
            self.stdout.write("Chạy `DEMO=off make run` để lần sau không nạp lại.")
            return
        if not settings.DEBUG:
            raise CommandError("Dữ liệu mẫu chỉ nạp khi DEBUG bật: máy chủ thật không được có tài khoản dùng thử.")
        if not options["accounts"]:
            if User.objects.filter(is_demo=True).exists():
                self.stdout.write("Dữ liệu mẫu đã có.")
            else:
                _users, counts = load(today=timezone.localdate())
                self.stdout.write(f"Đã nạp {counts['people']} người mẫu.")
                if options["verbosity"] > 1:
                    self.stdout.write(str(dict(counts)))
        self.stdout.write(f"Tài khoản dùng thử (mật khẩu chung: {PASSWORD}):")
        for username, _name, role, _place in ACCOUNTS:
            self.stdout.write(f"  {username:<14} {role.label}")
