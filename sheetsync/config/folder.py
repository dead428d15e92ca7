"""Reads the files of a configuration folder; whatever is wrong in them is reported at once."""

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from sheetsync.config.problems import problem_words, toml_words
from sheetsync.config.schema import ColumnsFile, RosterFile, Settings
from sheetsync.errors import ConfigError, reason
from sheetsync.model import Roster, Synonyms
from sheetsync.resources import data_path

SETTINGS_FILE = "sheetsync.toml"
ROSTER_FILE = "departments.toml"
COLUMNS_FILE = "columns.toml"

_Schema = TypeVar("_Schema", bound=BaseModel)


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Everything that one configuration folder says."""

    folder: Path
    settings: Settings
    roster: Roster
    synonyms: dict[str, Synonyms]

    @property
    def workbook(self) -> Path:
        """The workbook that holds the plan."""
        return Path(os.path.normpath(self.folder / self.settings.plan.workbook))

    @property
    def outbox(self) -> Path:
        """The folder of the local mailbox."""
        return self.folder / self.settings.mail.outbox


def load_config(folder: Path) -> Config:
    """What the files of `folder` say; a columns.toml there wins over the package's own.

    Raises ConfigError with every problem of every file, one a line.
    """
    if not folder.is_dir():
        raise ConfigError(
            f"Папки «{folder}» нет. Укажите папку плана через -C или создайте пример "
            "командой «sheetsync demo my-plan»."
        )
    problems: list[str] = []
    settings = _read(folder / SETTINGS_FILE, Settings, problems)
    roster = _read(folder / ROSTER_FILE, RosterFile, problems)
    columns = _read(_columns_path(folder), ColumnsFile, problems)
    if settings is None or roster is None or columns is None:
        raise ConfigError("\n".join(problems))
    return Config(
        folder=folder,
        settings=settings,
        roster=roster.as_roster(settings),
        synonyms=columns.as_synonyms(),
    )


def load_synonyms(folder: Path) -> dict[str, Synonyms]:
    """The headers by which columns are known, where there is no plan yet. Raises ConfigError."""
    problems: list[str] = []
    columns = _read(_columns_path(folder), ColumnsFile, problems)
    if columns is None:
        raise ConfigError("\n".join(problems))
    return columns.as_synonyms()


def _columns_path(folder: Path) -> Path:
    own = folder / COLUMNS_FILE
    return own if own.exists() else data_path("config", COLUMNS_FILE)


def _read(path: Path, schema: type[_Schema], problems: list[str]) -> _Schema | None:
    """The file as its schema has it; None, with the problems noted, where it does not fit."""
    try:
        return schema.model_validate(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except FileNotFoundError:
        problems.append(
            f"{path}: нет такого файла. Укажите папку плана через -C или создайте пример "
            "командой «sheetsync demo my-plan»."
        )
    except OSError as error:
        problems.append(f"{path}: не удалось прочитать: {reason(error)}. Проверьте права доступа.")
    except UnicodeDecodeError:
        problems.append(f"{path}: это не текст в кодировке UTF-8. Сохраните файл в ней заново.")
    except tomllib.TOMLDecodeError as error:
        problems.append(f"{path}: {toml_words(error)}.")
    except ValidationError as error:
        problems += [f"{path}: {words}" for words in problem_words(error, schema)]
    return None
