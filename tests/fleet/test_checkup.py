"""`fleet doctor` names what a day of the fleet will miss."""

import json
from pathlib import Path

from tests.fleet.conftest import Call


def test_a_sound_fleet_is_told_part_by_part(call: Call, fleet: Path) -> None:
    result = call("fleet", "doctor", "-C", fleet, "--json")
    assert result.exit_code == 0
    checks = json.loads(result.stdout)["checks"]
    assert [each["part"] for each in checks] == ["база", "часы", "почта"]
    assert {each["level"] for each in checks} == {"ok"}
    assert "до 3 писем в день" in checks[-1]["words"]


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
