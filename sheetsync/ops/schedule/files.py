"""The daily run as files for machines that people do not sit at."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from sheetsync.ops.schedule.task import Task


def _github_actions(task: Task) -> str:
    """A workflow; the memory is carried from run to run in the repository's cache."""
    # GitHub never writes a cache of one key again: each run saves under its own id, and
    # `restore-keys` finds the newest.
    at = task.local(datetime.now(tz=UTC), ZoneInfo("UTC"))
    return f"""\
# .github/workflows/sheetsync.yml, beside sheetsync.toml at the top of a private repository.
# Put the password and the key into the repository's secrets. GitHub may start a run late.
# Where the package comes from a wheel of your own, name its file in the line "pip install".
name: sheetsync
on:
  schedule:
    - cron: "{at.minute} {at.hour} * * *"  # UTC: {task.at:%H:%M} {task.zone} today
  workflow_dispatch:
concurrency: sheetsync
jobs:
  run:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.13"
      - run: pip install sheetsync
      - uses: actions/cache@v4
        with:
          path: sheetsync.db
          key: memory-${{{{ github.run_id }}}}
          restore-keys: memory-
      - run: |
          printf '%s' "$KEY" > service-account.json && chmod 600 service-account.json
          sheetsync run
        env:
          KEY: ${{{{ secrets.SHEETSYNC_GOOGLE_KEY }}}}
          SHEETSYNC_MAIL_PASSWORD: ${{{{ secrets.SHEETSYNC_MAIL_PASSWORD }}}}
"""


def _kubernetes(task: Task) -> str:
    """A CronJob; the folder is a volume claim, the password a secret."""
    # startingDeadlineSeconds: without it Kubernetes gives a job up after 100 missed starts.
    return f"""\
# Put the folder with sheetsync.toml on the volume of this name; the image "sheetsync" is any Python
# image in which the package is installed.
apiVersion: batch/v1
kind: CronJob
metadata:
  name: {task.name}
spec:
  schedule: "{task.at.minute} {task.at.hour} * * *"
  timeZone: {task.zone}
  concurrencyPolicy: Forbid
  startingDeadlineSeconds: 43200
  jobTemplate:
    spec:
      backoffLimit: 0
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: sheetsync
              image: sheetsync
              command: ["sheetsync", "run", "-C", "/plan"]
              envFrom:
                - secretRef: {{name: {task.name}, optional: true}}
              volumeMounts:
                - {{name: plan, mountPath: /plan}}
          volumes:
            - name: plan
              persistentVolumeClaim: {{claimName: {task.name}}}
"""


def _docker_compose(task: Task) -> str:
    """A service that sleeps until the time of the run, every day."""
    return f"""\
# compose.yaml; put SHEETSYNC_MAIL_PASSWORD=... into mail.env beside it, readable by you alone.
# The image "sheetsync" is any Python image in which the package is installed.
services:
  {task.name}:
    image: sheetsync
    restart: unless-stopped
    env_file: [{{path: mail.env, required: false}}]
    environment: {{TZ: {task.zone}, PYTHONUTF8: "1"}}
    volumes: ["{task.folder}:/plan"]
    command:
      - sh
      - -c
      - |
        while :; do
          now=$$(date +%s) next=$$(date -d {task.at:%H:%M} +%s)
          [ "$$next" -gt "$$now" ] || next=$$((next + 86400))
          sleep $$((next - now))
          sheetsync run -C /plan || true
        done
"""


FILES: Mapping[str, Callable[[Task], str]] = {
    "github-actions": _github_actions,
    "kubernetes": _kubernetes,
    "docker-compose": _docker_compose,
}
