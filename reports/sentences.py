"""A report's figures in words, as they stand in the text of a report."""

from django.utils.translation import gettext as _

from reports.figures import percent, shown


def sentences(unit_name, period, figures):
    """Two or three sentences on admissions, nominations, and what is under way at the end of the period."""
    return [_admissions(unit_name, period, figures), _nominations(figures), _under_way(period, figures)]


def _admissions(unit_name, period, figures):
    admitted, workers = figures["admitted"], figures["admitted_workers"]
    words = {
        "unit": unit_name,
        "month": f"{period.to_on:%m/%Y}",
        "number": admitted["period"],
        "workers": workers["period"],
        "year": admitted["year"],
        "share": shown(percent(workers["year"], admitted["year"])),
    }
    first = (
        _(
            "Tháng %(month)s, %(unit)s kết nạp %(number)d đảng viên,"
            " trong đó có %(workers)d công nhân, lao động trực tiếp."
        )
        if admitted["period"]
        else _("Tháng %(month)s, %(unit)s chưa kết nạp đảng viên nào.")
    )
    if not admitted["year"]:
        so_far = _("Từ đầu năm chưa kết nạp được đảng viên nào")
    else:
        so_far = _("Từ đầu năm đã kết nạp %(year)d đảng viên (công nhân, lao động trực tiếp chiếm %(share)s)")
    return " ".join([first % words, so_far % words + _of_target(admitted) + _against_last_year(admitted) + "."])


def _of_target(numbers):
    target = numbers.get("target")
    if not target:
        return ""
    words = {"percent": shown(percent(numbers["year"], target)), "target": target}
    return _(", đạt %(percent)s chỉ tiêu năm (%(target)d)") % words


def _against_last_year(numbers):
    difference = numbers["year"] - numbers["last_year"]
    if not difference:
        return _(", bằng cùng kỳ năm trước")
    words = {"number": abs(difference)}
    if difference > 0:
        return _(", tăng %(number)d so với cùng kỳ năm trước") % words
    return _(", giảm %(number)d so với cùng kỳ năm trước") % words


def _nominations(figures):
    nominated = figures["nominated"]
    words = {
        "number": nominated["period"],
        "year": nominated["year"],
        "workers": figures["nominated_workers"]["year"],
    }
    if not nominated["year"]:
        return _("Từ đầu năm chưa giới thiệu được quần chúng ưu tú nào") + _of_target(nominated) + "."
    this_month = (
        _("Trong kỳ có %(number)d quần chúng ưu tú được giới thiệu; ")
        if nominated["period"]
        else _("Trong kỳ chưa giới thiệu thêm quần chúng ưu tú; ")
    )
    so_far = _("từ đầu năm %(year)d người, trong đó %(workers)d công nhân, lao động trực tiếp")
    return (this_month + so_far) % words + _of_target(nominated) + "."


def _under_way(period, figures):
    return _(
        "Đến %(day)s đang theo dõi %(open)d quần chúng chưa kết nạp, %(probationers)d đảng viên dự bị;"
        " từ đầu năm công nhận chính thức %(recognised)d đảng viên."
    ) % {
        "day": f"{period.to_on:%d/%m/%Y}",
        "open": figures["under_way"]["period"],
        "probationers": figures["probationers"]["period"],
        "recognised": figures["recognised"]["year"],
    }
