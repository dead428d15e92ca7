"""A task of the Windows Task Scheduler."""

import os
from datetime import UTC, datetime
from pathlib import Path
from subprocess import list2cmdline
from tempfile import TemporaryDirectory
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement
from zoneinfo import ZoneInfo

from sheetsync.model.frozen import frozen
from sheetsync.model.language import marked
from sheetsync.ops.schedule.task import Installed, Task, attempt, call

_NAMESPACE = "http://schemas.microsoft.com/windows/2004/02/mit/task"  # [MS-TSCH] 2.5


@frozen
class TaskScheduler:
    """Tasks of the user who runs this, in the folder `sheetsync` of the library."""

    title: str = marked("Windows Task Scheduler")
    hint: str = marked(
        "The task runs as long as you are logged in to Windows (the screen may be locked)."
    )

    def text(self, task: Task) -> str:
        """The definition as XML; the order of elements is the schema's."""
        root = Element("Task", {"version": "1.2", "xmlns": _NAMESPACE})
        _add(root, "RegistrationInfo", {"Description": f"sheetsync: {task.folder}"})
        trigger = SubElement(SubElement(root, "Triggers"), "CalendarTrigger")
        # With its offset the time is that of the plan's zone, wherever the computer stands.
        SubElement(trigger, "StartBoundary").text = _next_start(task).isoformat(timespec="seconds")
        _add(trigger, "ScheduleByDay", {"DaysInterval": "1"})
        settings = {
            "MultipleInstancesPolicy": "IgnoreNew",
            # Both are true by default: a notebook on battery would never run it.
            "DisallowStartIfOnBatteries": "false",
            "StopIfGoingOnBatteries": "false",
            "StartWhenAvailable": "true",  # makes up for a run that was missed
            "ExecutionTimeLimit": "PT2H",
        }
        _add(root, "Settings", settings)
        actions = SubElement(root, "Actions")
        _add(actions, "Exec", _execution(task))
        ElementTree.indent(root)
        return ElementTree.tostring(root, encoding="unicode")

    def install(self, task: Task) -> str:
        """See `Scheduler.install`."""
        with TemporaryDirectory() as folder:
            file = Path(folder) / "task.xml"
            # schtasks reads UTF-16 with its mark.
            file.write_text(self.text(task), encoding="utf-16")
            call(("schtasks", "/Create", "/F", "/TN", _path(task), "/XML", str(file)))
        return _path(task)

    def remove(self, task: Task) -> bool:
        """See `Scheduler.remove`."""
        if self.state(task) is None:
            return False
        call(("schtasks", "/Delete", "/F", "/TN", _path(task)))
        return True

    def state(self, task: Task) -> Installed | None:
        """See `Scheduler.state`."""
        shown = attempt(("schtasks", "/Query", "/V", "/FO", "LIST", "/TN", _path(task)))
        if shown.returncode:
            return None
        return Installed(place=_path(task), words=shown.stdout.strip())


def _path(task: Task) -> str:
    return f"\\sheetsync\\{task.name}"


def _next_start(task: Task) -> datetime:
    zone = ZoneInfo(task.zone)
    return datetime.combine(datetime.now(tz=UTC).astimezone(zone).date(), task.at, zone)


def _execution(task: Task) -> dict[str, str]:
    """A task has no environment of its own: the interpreter's option stands for PYTHONUTF8."""
    program, *arguments = task.command
    # pythonw.exe is the interpreter without a window that pops up every day.
    silent = Path(program).with_name("pythonw.exe")
    shown = str(silent) if os.name == "nt" and silent.exists() else program
    return {"Command": shown, "Arguments": list2cmdline(["-X", "utf8", *arguments])}


def _add(parent: Element, name: str, texts: dict[str, str]) -> None:
    element = SubElement(parent, name)
    for child, text in texts.items():
        SubElement(element, child).text = text
