"""Messages by apprise: where it is missing or has no service, a sentence says so."""

import sys

import pytest

from sheetsync.errors import ConfigError
from sheetsync.ops.watchers import notify


def test_without_apprise_a_sentence_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "apprise", None)
    with pytest.raises(ConfigError, match=r"pip install 'sheetsync\[notify\]'"):
        notify(["json://127.0.0.1"], title="", body="")


@pytest.mark.filterwarnings("ignore:.*imghdr:DeprecationWarning")  # of apprise on 3.11
def test_an_address_that_no_service_has_is_counted_and_not_repeated() -> None:
    pytest.importorskip("apprise")
    with pytest.raises(ConfigError) as caught:
        notify(["nonsense://token-of-a-bot/1"], title="", body="")
    assert "1" in str(caught.value)
    assert "token" not in str(caught.value)
