"""Take in the workbook of Party organisations, their enterprises, unions and targets."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from exchange.arguments import add_day_and_actor, user_named
from exchange.layouts import UnknownLayout
from exchange.reading import Unreadable, read
from organizations.actions import Refused
from organizations.imports.tree import BrokenTree, read_table
from organizations.imports.writing import write_table
from organizations.scope import whole
from reports.imports import write_targets


class Command(BaseCommand):
    help = "Nhập cây tổ chức đảng, doanh nghiệp, đoàn thể và chỉ tiêu từ bảng tính."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="bảng tính")
        add_day_and_actor(parser, day="ngày có hiệu lực của thay đổi")

    def handle(self, *args: Any, **options: Any) -> None:
        on = options["on"] or timezone.localdate()
        source = Path(options["file"]).name
        actor = user_named(options["actor"])
        try:
            table = read_table(read(options["file"]).rows)
            with whole(), transaction.atomic():
                written = write_table(table, actor=actor, on=on)
                written.counts["targets"] = write_targets(table, written.units, actor=actor, source=source)
        except (Unreadable, UnknownLayout, BrokenTree) as refusal:
            raise CommandError(f"Không nhập gì.\n{refusal}") from refusal
        except Refused as refusal:
            raise CommandError("\n".join(["Không nhập gì.", *refusal.findings])) from refusal
        self.stdout.write(
            "{units} tổ chức đảng trong bảng: {created} mới, {renamed} đổi tên, {moved} chuyển, "
            "{reclassified} đổi loại, {changed} sửa; {enterprises} doanh nghiệp, {mass_created} đoàn thể, "
            "{strengths} số liệu, {targets} chỉ tiêu mới.".format(
                units=len(table.units), **{name: written.counts[name] for name in COUNTED}
            )
        )


COUNTED = (
    "created",
    "renamed",
    "moved",
    "reclassified",
    "changed",
    "enterprises",
    "mass_created",
    "strengths",
    "targets",
)
