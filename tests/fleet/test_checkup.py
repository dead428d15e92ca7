"""`fleet doctor` names what a day of the fleet will miss."""

import json
from pathlib import Path

from sheetsync.state.schema import FIRST
from tests.fleet.conftest import Call, run
from tests.postgres import Server
from tests.state.older import Older


def test_a_sound_fleet_is_told_part_by_part(call: Call, fleet: Path) -> None:
    result = call("fleet", "doctor", "-C", fleet, "--json")
    assert result.exit_code == 0
    checks = json.loads(result.stdout)["checks"]
    assert [each["part"] for each in checks] == ["база", "часы", "почта"]
    assert {each["level"] for each in checks} == {"ok"}
    assert "до 3 писем в день" in checks[-1]["words"]


def test_whoever_a_plan_may_write_to_is_counted(call: Call, fleet: Path) -> None:
    roster = fleet / "plans" / "Юг" / "departments.toml"
    member = '{ name = "Завод", address = "plant@example.org" }'
    group = f'name = "Заводы"\nkind = "group"\ncurator = "УМЦ"\nmembers = [{member}]\n'
    umc = '[[department]]\nname = "УМЦ"\naddresses = ["umc@example.org"]\n'
    roster.write_text(f"{umc}[[department]]\n{group}", encoding="utf-8")
    file = fleet / "fleet.toml"
    chair = '[inherit.chair]\naddress = "chair@example.org"\n'
    file.write_text(f"{file.read_text('utf-8')}\n{chair}", encoding="utf-8")
    result = call("fleet", "doctor", "-C", fleet, "--json")
    assert "до 5 писем в день" in json.loads(result.stdout)["checks"][-1]["words"]


def test_bad_settings_and_a_limit_that_is_too_small_are_named(call: Call, fleet: Path) -> None:
    file = fleet / "fleet.toml"
    server = 'server = "127.0.0.1"\nsecurity = "plain"\ndaily_limit = 2\n'
    text = file.read_text("utf-8").replace("[inherit.mail]\n", f"[inherit.mail]\n{server}")
    file.write_text(text, encoding="utf-8")
    (fleet / "plans" / "Юг" / "sheetsync.toml").write_text("[plan", encoding="utf-8")
    result = call("fleet", "doctor", "-C", fleet, "--json")
    assert result.exit_code == 3
    levels = {each["part"]: each["level"] for each in json.loads(result.stdout)["checks"]}
    assert levels == {"база": "ok", "часы": "ok", "Юг": "problem", "почта": "attention"}


def test_an_older_version_s_memory_is_named_until_it_is_carried_over(
    call: Call, fleet: Path
) -> None:
    assert run(call, fleet)["code"] == 0
    assert _memory(call, fleet) == []
    older = Older(fleet / "plans" / "Юг" / "sheetsync.db")
    older.age()
    ((level, words),) = _memory(call, fleet)
    assert level == "attention"
    assert words.startswith("«Юг»: память записана прежней версией")
    assert run(call, fleet, day="2021-06-01")["code"] == 0
    assert _memory(call, fleet) == []


def test_so_is_that_of_a_database(call: Call, fleet: Path, postgres: Server) -> None:
    older = Older(postgres.new())
    older.fill(FIRST)
    file = fleet / "fleet.toml"
    text = file.read_text("utf-8").replace("[fleet]\n", f'[fleet]\ndatabase = "{older.place}"\n')
    file.write_text(text, encoding="utf-8")
    ((level, words),) = _memory(call, fleet)
    assert (level, "прежней версией" in words) == ("attention", True)
    assert older.version() == FIRST
    assert run(call, fleet)["code"] == 0
    assert _memory(call, fleet) == []


def _memory(call: Call, fleet: Path) -> list[tuple[str, str]]:
    """What is said of the memory: the level and the words."""
    checks = json.loads(call("fleet", "doctor", "-C", fleet, "--json").stdout)["checks"]
    return [(check["level"], check["words"]) for check in checks if check["part"] == "память"]
