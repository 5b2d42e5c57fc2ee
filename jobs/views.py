"""Công việc: what runs behind the screens, for those who wait for it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from jobs.actions import cancel
from jobs.models import Job

PAGE = 50


@require_GET
def job_list(request):
    """One's own jobs, newest first; an administrator sees everybody's."""
    jobs = Job.objects.visible_to(request.user).select_related("created_by")
    before = request.GET.get("before", "")
    if before.isdigit():
        jobs = jobs.filter(pk__lt=int(before))
    found = list(jobs[: PAGE + 1])
    more = found[PAGE - 1].pk if len(found) > PAGE else None
    return render(request, "jobs/list.html", {"jobs": found[:PAGE], "more": more, "before": before})


@require_GET
def job_detail(request, pk):
    """One job. While it is open the page asks for its #job part again every two seconds."""
    job = get_object_or_404(Job.objects.visible_to(request.user).select_related("created_by"), pk=pk)
    return render(request, "jobs/detail.html", {"job": job})


@require_POST
def job_cancel(request, pk):
    job = get_object_or_404(Job.objects.visible_to(request.user), pk=pk)
    if cancel(job, actor=request.user):
        messages.success(request, _("Đã yêu cầu dừng. Phần đã làm xong được giữ nguyên."))
    else:
        messages.info(request, _("Công việc đã kết thúc từ trước, không còn gì để dừng."))
    return redirect("jobs:detail", pk=job.pk)
