"""Letters that all go to one address for a trial: nobody counts as told by them."""

import json

from tests.daily.conftest import Plan, subject

DAY = "2021-05-11"


def test_all_letters_of_a_trial_go_to_one_address_and_say_for_whom_they_are(plan: Plan) -> None:
    plan.set("mail", 'redirect_to = "trial@example.org"')
    plan.run(DAY)
    letters = plan.letters()
    assert {letter["To"] for letter in letters} == {"trial@example.org"}
    assert all(subject(letter).startswith("Проба, для ") for letter in letters)
    assert any("org@example.org" in subject(letter) for letter in letters)


def test_after_a_trial_everybody_is_told_as_if_there_had_been_none(plan: Plan) -> None:
    expected = json.loads(plan.call("digest", "--today", DAY, "--json").stdout)
    plan.set("mail", 'redirect_to = "trial@example.org"')
    plan.run(DAY)
    settings = plan.folder / "sheetsync.toml"
    text = settings.read_text(encoding="utf-8")
    text = text.replace('redirect_to = "trial', '# redirect_to = "trial')
    settings.write_text(text, encoding="utf-8")
    report = json.loads(plan.run(DAY, "--json").stdout)
    keys = ("kind", "to", "trigger")
    assert [[letter[k] for k in keys] for letter in report["letters"]] == [
        [letter[k] for k in keys] for letter in expected
    ]
