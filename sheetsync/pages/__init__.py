"""The long pages of `sheetsync help`, package data.

`rules.md` is what `rules_page` of tests/cli makes of the rules. After a rule has changed,
`pytest -n0 tests/cli/test_help.py --update-golden` writes it anew; until then a test is red.

`google.md` is written by hand; `tests/cli/test_help_google.py` holds it against the errors.
"""
