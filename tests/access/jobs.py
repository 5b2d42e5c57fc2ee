from jobs.models import Job
from tests.access import OFFICES, row


def job_of_the_officer(cast):
    job = Job.objects.create(kind="report", key="1", title="Lập báo cáo", task="none", created_by=cast.officer)
    return {"pk": job.pk}


EVERYONE_ELSE = " ".join(name for name in OFFICES.split() if name not in ("officer", "admin"))

ROWS = {
    "jobs:list": row(opens=OFFICES),
    "jobs:detail": row(opens="officer admin", hidden=EVERYONE_ELSE, kwargs=job_of_the_officer),
    "jobs:cancel": row(
        opens="officer admin", hidden=EVERYONE_ELSE, kwargs=job_of_the_officer, method="post", status=302
    ),
}
