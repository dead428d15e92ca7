"""Folders of earlier releases: their files laid over today's defaults, their old keys renewed."""

from typing import Any

# Keys that have moved, each with where its value belongs now.
_MOVED = {
    ("warnings", "days"): ("digest", "before"),
    ("warnings", "explicit_days"): ("digest", "before_explicit"),
}


def renewed(settings: dict[str, Any]) -> dict[str, Any]:
    """The settings with every key that has moved at its place of today.

    A value that stands there already wins. What else an old section holds stays, to be reported.
    """
    found = {
        name: dict(part) if isinstance(part, dict) else part for name, part in settings.items()
    }
    for (old, key), (new, name) in _MOVED.items():
        section = found.get(old)
        if isinstance(section, dict) and key in section:
            target = found.setdefault(new, {})
            if isinstance(target, dict):
                target.setdefault(name, section.pop(key))
    gone = {old for old, _ in _MOVED}
    return {name: part for name, part in found.items() if part or name not in gone}


def laid_over(defaults: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """An organisation's file over the defaults: of each section the keys that it has."""
    merged = dict(defaults)
    for name, part in own.items():
        both = isinstance(part, dict) and isinstance(defaults.get(name), dict)
        merged[name] = {**defaults[name], **part} if both else part
    return merged
