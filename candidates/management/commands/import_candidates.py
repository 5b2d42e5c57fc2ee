"""Take in a list of outstanding workers as an office keeps it."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from candidates.imports.judgement import Directory, Judgement, counts, judge
from candidates.imports.layouts import LAYOUTS
from candidates.imports.writing import write_judgements
from exchange.arguments import add_day_and_actor, user_named
from exchange.layouts import UnknownLayout, read_rows
from exchange.reading import Unreadable, read
from organizations.models import Organization
from organizations.scope import whole


class Command(BaseCommand):
    help = "Nhập danh sách quần chúng ưu tú từ bảng tính (.xlsx, .xls, .ods, .csv)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="bảng tính")
        parser.add_argument("--dry-run", action="store_true", help="chỉ xem xét, không ghi gì")
        parser.add_argument("--json", action="store_true", help="in kết quả từng dòng ở dạng JSON")
        parser.add_argument("--accept-warnings", action="store_true", help="nhập cả những dòng có cảnh báo")
        add_day_and_actor(parser, day="ngày nhập")

    def handle(self, *args: Any, **options: Any) -> None:
        on = options["on"] or timezone.localdate()
        actor = user_named(options["actor"])
        try:
            reading = read_rows(read(options["file"]).rows, LAYOUTS)
        except (Unreadable, UnknownLayout) as refusal:
            raise CommandError(str(refusal)) from refusal
        directory = Directory(Organization.objects.party().open_on(on).values_list("code", "name"))
        judgements = judge(reading, directory, on=on)
        report: dict[str, Any] = {
            "counts": counts(judgements),
            "rows": [judgement.as_json() for judgement in judgements],
        }
        if not options["dry_run"]:
            with whole():
                written = write_judgements(
                    judgements,
                    actor=actor,
                    on=on,
                    source=options["file"].rpartition("/")[2],
                    accept_warnings=options["accept_warnings"],
                )
            report["written"] = vars(written)
        if options["json"]:
            self.stdout.write(json.dumps(report, ensure_ascii=False, indent=1))
        else:
            self._tell(judgements, report)

    def _tell(self, judgements: list[Judgement], report: dict[str, Any]) -> None:
        for judgement in judgements:
            for slip in judgement.reasons:
                self.stdout.write(f"{judgement.facts.number}. {judgement.facts.name}: {slip.message}")
        self.stdout.write("{ok} dòng hợp lệ, {warning} dòng cần xác nhận, {error} dòng lỗi.".format(**report["counts"]))
        if "written" in report:
            written = {name: len(rows) for name, rows in report["written"].items()}
            self.stdout.write(
                "Đã nhập {created}; đã có từ trước {existing}; chưa xác nhận {unconfirmed}; bỏ qua {errors}.".format(
                    **written
                )
            )
