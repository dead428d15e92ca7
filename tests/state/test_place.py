"""Where the store lies, and what counts as a network share."""

from pathlib import Path

import pytest

from sheetsync.errors import StateError
from sheetsync.state.place import file_system, is_unc, on_share, store_path
from sheetsync.state.store import open_store

MOUNTS = r"""/dev/sda1 / ext4 rw,relatime 0 0
server:/plans /mnt/plans nfs4 rw,vers=4.2 0 0
//server/disk /mnt/Общий\040диск smb3 rw 0 0
//server/space /mnt/common\040disk cifs rw 0 0
/dev/sdb1 /mnt/plans/local xfs rw 0 0
tmpfs /over tmpfs rw 0 0
me@server:/ /over fuse.sshfs rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/staff", "ext4"),
        ("/", "ext4"),
        ("/mnt/plans/2021", "nfs4"),
        ("/mnt/plans", "nfs4"),
        ("/mnt/plans-2021", "ext4"),
        ("/mnt/plans/local/2021", "xfs"),
        ("/mnt/common disk/plans", "cifs"),
        ("/mnt/Общий диск", "smb3"),
        ("/over/here", "fuse.sshfs"),
    ],
)
def test_the_innermost_mount_says_the_type(path: str, kind: str) -> None:
    assert file_system(Path(path), MOUNTS) == kind


@pytest.mark.parametrize(
    ("drive", "remote"),
    [
        ("C:", False),
        ("", False),
        (r"\\server\disk", True),
        (r"\\?\C:", False),
        (r"\\?\UNC\server\disk", True),
        (r"\\.\C:", False),
    ],
)
def test_a_server_is_told_from_a_drive(drive: str, remote: bool) -> None:
    assert is_unc(drive) is remote


def test_a_folder_of_this_computer_is_no_share(tmp_path: Path) -> None:
    assert not on_share(tmp_path)
    assert not on_share(tmp_path / "not" / "there")


def test_the_store_lies_beside_the_configuration(tmp_path: Path) -> None:
    assert store_path(tmp_path) == tmp_path / "sheetsync.db"


def test_off_a_share_it_lies_in_the_users_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    paths = {store_path(Path(name), shared=lambda _: True) for name in ("/a", "/a/", "/b")}
    assert len(paths) == 2
    assert {path.parent for path in paths} == {tmp_path / "sheetsync"}


def test_a_relative_data_folder_counts_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "data")
    monkeypatch.setenv("LOCALAPPDATA", "data")
    assert store_path(Path("/a"), shared=lambda _: True).is_relative_to(Path.home())


def test_a_store_on_a_share_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StateError, match="на сетевом диске"):
        open_store(tmp_path / "sheetsync.db", shared=lambda _: True)
    assert list(tmp_path.iterdir()) == []
