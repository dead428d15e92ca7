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


def test_data_tells_whom_a_letter_of_a_trial_is_for_and_where_it_goes(plan: Plan) -> None:
    plan.set("mail", 'redirect_to = "trial@example.org"')
    rehearsed = json.loads(plan.call("run", "--today", DAY, "--dry-run", "--json").stdout)
    shown = json.loads(plan.call("digest", "--today", DAY, "--json").stdout)
    report = json.loads(plan.run(DAY, "--json").stdout)
    proofs = json.loads(plan.call("history", "12", "--proof", "--json").stdout)["letters"]
    found = [*rehearsed["letters"], *shown, *report["letters"], *report["ledger"], *proofs]
    assert {letter["to"] for letter in found} == {"trial@example.org"}
    assert "org@example.org" in {letter["address"] for letter in found}
    assert "umc@example.org" in {proof["address"] for proof in proofs}


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
