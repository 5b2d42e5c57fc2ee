"""What Celery beat starts, and when: one flat list, local time of Asia/Ho_Chi_Minh.

Each entry says why it exists. `expires` (seconds) keeps a worker that was away from running a pile of stale turns:
every job must catch up by itself on its next turn. The guard on the home page reports an entry that was due longer
ago than it takes to expire.
"""

from celery.schedules import crontab
from django.utils.translation import gettext_lazy as _

SCHEDULE: dict[str, dict] = {
    # A worker that was killed leaves its jobs behind: the next one finishes them. Also says that beat is alive.
    "requeue-lost-jobs": {
        "task": "jobs.tasks.requeue_lost",
        "schedule": crontab(),
        "options": {"expires": 50},
    },
    # The month closes at midnight and its reports are opened five minutes later. The other turns of the day find
    # nothing to do, unless beat, worker or broker was down at midnight, or a unit was entered late: they catch up.
    "open-due-reports": {
        "task": "reports.tasks.open_due",
        "schedule": crontab(minute="5-59/10"),
        "options": {"expires": 9 * 60},
    },
}

# What the guard calls each task when it tells people that it did not run.
SCHEDULE_LABELS = {
    "jobs.tasks.requeue_lost": _("Giao lại công việc bị ngắt"),
    "reports.tasks.open_due": _("Mở và lập báo cáo đến hạn"),
}
