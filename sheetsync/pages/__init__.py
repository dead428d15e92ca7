"""The long pages of `sheetsync help`, package data beside the code that writes them.

`rules.md` is what `rules.rules_page` makes of the rules. After a rule has changed,
`pytest -n0 tests/cli/test_help.py --update-golden` writes it anew; until then a test is red.

`google.md` is written by hand; `tests/cli/test_help_google.py` holds it against the errors.
"""
