"""manage.py verify_audit: is the audit record as it was written?"""

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _

from audit.chain import prove


class Command(BaseCommand):
    help = _("Tính lại chuỗi nhật ký; kết thúc với mã 1 và nêu vị trí hỏng đầu tiên nếu nhật ký không còn nguyên vẹn.")

    def add_arguments(self, parser):
        parser.add_argument(
            "--anchor",
            metavar="POSITION:FINGERPRINT",
            help=_("Mốc đã giữ từ lần kiểm tra trước; báo lỗi nếu nhật ký không còn chứa mốc này."),
        )

    def handle(self, *args, anchor=None, **options):
        proof = _prove(_anchor(anchor))
        if proof.broken:
            raise CommandError(_broken(proof), returncode=1)
        self.stdout.write(_("Nhật ký nguyên vẹn: %(entries)d dòng.") % {"entries": proof.entries})
        self.stdout.write(_("Mốc: %(position)d:%(anchor)s") % {"position": proof.entries, "anchor": proof.anchor})


def _prove(anchor):
    # One snapshot, so that entries written meanwhile are neither missed nor taken for unlinked.
    with transaction.atomic():
        transaction.get_connection().cursor().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        return prove(anchor=anchor)


def _anchor(text):
    if not text:
        return None
    position, _colon, fingerprint = text.partition(":")
    if not position.isdigit() or not fingerprint:
        raise CommandError(_("Mốc có dạng SỐ:DẤU VÂN."), returncode=2)
    return int(position), fingerprint


def _broken(proof):
    words = {
        "gap": _("Mất mắt xích số %(position)d."),
        "entry_removed": _("Dòng của mắt xích số %(position)d đã bị xóa."),
        "entry_changed": _("Dòng của mắt xích số %(position)d đã bị sửa."),
        "entry_unlinked": _("Dòng số %(position)d không có mắt xích."),
        "anchor_missing": _("Nhật ký không còn chứa mốc số %(position)d."),
    }
    return _("NHẬT KÝ KHÔNG NGUYÊN VẸN. ") + words[proof.broken] % {"position": proof.position}
