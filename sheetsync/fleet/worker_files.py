"""Files by which systemd, Docker or Kubernetes keeps workers of a fleet running."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sheetsync.config.fleet import FleetConfig

# A container sees neither the fleet's folder nor what another one left: its settings come out of
# the database, and what it writes beside them need not outlive it.
_PLACE = "/fleet"
_SYSTEMD = """\
# /etc/systemd/system/sheetsync@.service; systemctl enable --now sheetsync@1 sheetsync@2
[Unit]
After=network-online.target
Wants=network-online.target

[Service]
ExecStart={program} fleet worker -C {folder}
Restart=always
RestartSec=5
# A worker that is told to end finishes the plans that it has begun.
TimeoutStopSec=180

[Install]
WantedBy=multi-user.target
"""
_COMPOSE = """\
# docker compose up --scale worker=3
services:
  worker:
    image: sheetsync
    command: {command}
    environment: [PGPASSWORD, SHEETSYNC_MAIL_PASSWORD]
    tmpfs: ["{place}"]
    secrets: {mounts}
    restart: always
    stop_grace_period: 3m
secrets: {secrets}
"""
_KUBERNETES = """\
# kubectl create secret generic sheetsync --from-literal=password=…
# kubectl create secret generic sheetsync-files {files}
apiVersion: apps/v1
kind: Deployment
metadata: {{name: sheetsync-worker}}
spec:
  replicas: 3
  selector: {{matchLabels: {{app: sheetsync-worker}}}}
  template:
    metadata: {{labels: {{app: sheetsync-worker}}}}
    spec:
      terminationGracePeriodSeconds: 180
      containers:
        - name: worker
          image: sheetsync
          args: {command}
          env:
            - name: PGPASSWORD
              valueFrom: {{secretKeyRef: {{name: sheetsync, key: password}}}}
          volumeMounts: {mounts}
      volumes:
        - {{name: fleet, emptyDir: {{}}}}
        - name: files
          secret: {{secretName: sheetsync-files, optional: true, defaultMode: 0400}}
"""
KINDS = ("systemd", "compose", "kubernetes")


def service_file(kind: str, fleet: "FleetConfig") -> str:
    """The file of that kind for workers of the fleet; containers get its secrets one by one."""
    if kind == "systemd":
        # A service's PATH need not hold the environment that sheetsync is installed in.
        program = Path(sys.argv[0]).resolve().as_posix()
        return _SYSTEMD.format(folder=fleet.folder.resolve().as_posix(), program=program)
    from sheetsync.state.postgres import EXAMPLE, shown

    # A password would stand in the list of processes; libpq takes it from the environment.
    url = shown(fleet.settings.database or EXAMPLE, instead="")
    words = ["sheetsync", "fleet", "worker", "-C", _PLACE, "--settings-from"]
    command = json.dumps([*words, url])
    secrets = dict(_secrets(fleet))
    return _compose(secrets, command) if kind == "compose" else _kubernetes(secrets, command)


def _compose(secrets: dict[str, Path], command: str) -> str:
    named = {f"file-{number}": place for number, place in enumerate(secrets)}
    return _COMPOSE.format(
        command=command,
        place=_PLACE,
        mounts=_yaml([{"source": n, "target": f"{_PLACE}/{p}"} for n, p in named.items()]),
        secrets=_yaml({name: {"file": str(secrets[place])} for name, place in named.items()}),
    )


def _kubernetes(secrets: dict[str, Path], command: str) -> str:
    # The key of a secret has no slash in it.
    keys = {place: place.replace("/", "-") for place in secrets}
    return _KUBERNETES.format(
        command=command,
        files=" ".join(f"--from-file={keys[place]}={path}" for place, path in secrets.items()),
        mounts=_yaml(
            [
                {"name": "fleet", "mountPath": _PLACE},
                *(
                    {"name": "files", "mountPath": f"{_PLACE}/{place}", "subPath": key}
                    for place, key in keys.items()
                ),
            ]
        ),
    )


def _secrets(fleet: "FleetConfig") -> Iterator[tuple[str, Path]]:
    """The keys and the password's file, by where they lie below the fleet's folder."""
    folder = fleet.folder.resolve()
    for path in (*fleet.keys, *([fleet.password_file] if fleet.password_file else ())):
        whole = path.resolve()
        # What lies elsewhere lies elsewhere on each machine: fleet.toml says where.
        if whole.is_relative_to(folder):
            yield whole.relative_to(folder).as_posix(), whole


def _yaml(data: Any) -> str:
    """YAML takes JSON as it is."""
    return json.dumps(data, ensure_ascii=False)
