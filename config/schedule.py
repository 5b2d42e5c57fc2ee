"""What Celery beat starts, and when: one flat list, local time of Asia/Ho_Chi_Minh.

Each entry says why it exists. `expires` (seconds) keeps a worker that was away from running a pile of stale turns:
every job must catch up by itself on its next turn.
"""

SCHEDULE: dict[str, dict] = {}
