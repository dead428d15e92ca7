"""The commented sample of sheetsync.toml, filled in with an organisation's own answers."""

import re
from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

import tomlkit

Answers: TypeAlias = Mapping[str, Mapping[str, str | int | date | list[str] | None]]
"""By section and key what to write; None takes the sample's own value out of force."""

_SECTION = re.compile(r"\[(\w+)\]")
_OPTION = re.compile(r"(?:# )?(\w+) = ")


def filled(sample: str, answers: Answers) -> str:
    """The sample with the answers in the places of its options; all comments stay.

    Raises KeyError for an option that the sample does not have.
    """
    open_answers = {(part, key) for part, named in answers.items() for key in named}
    lines, section = [], ""
    for line in sample.splitlines():
        header, option = _SECTION.fullmatch(line), _OPTION.match(line)
        section = header[1] if header else section
        if option and (section, option[1]) in open_answers:
            open_answers.remove((section, option[1]))
            line = _written(line, option[1], answers[section][option[1]])
        lines.append(line)
    # An option that the sample no longer has would else be lost without a word.
    if open_answers:
        raise KeyError(*sorted(open_answers))
    return "\n".join(lines) + "\n"


def _written(line: str, key: str, value: str | int | date | list[str] | None) -> str:
    if value is None:
        return line if line.startswith("#") else f"# {line}"
    return f"{key} = {tomlkit.item(value).as_string()}"
