"""Chases a yearly plan of measures that people keep in a shared spreadsheet."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sheetsync.api import OpenPlan as OpenPlan
    from sheetsync.api import Rows as Rows
    from sheetsync.api import open_plan as open_plan
    from sheetsync.api import read_deadline as read_deadline
    from sheetsync.api import read_progress as read_progress
    from sheetsync.api import read_responsibles as read_responsibles

__version__ = "0.1.0"
__all__ = ["OpenPlan", "Rows", "open_plan", "read_deadline", "read_progress", "read_responsibles"]


def __getattr__(name: str) -> object:
    """What `import sheetsync` offers, imported at its first use: commands start without it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from sheetsync import api

    return getattr(api, name)
