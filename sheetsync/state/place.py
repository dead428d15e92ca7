"""Where the store lies: beside the configuration, or off the network share that holds it."""

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

_FILE = "sheetsync.db"
# Their locks are advisory at best, and the memory map that SQLite's log needs is not shared
# between machines (https://www.sqlite.org/wal.html, "does not work over a network filesystem").
_SHARES = {
    *("9p", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "drvfs", "gfs2", "glusterfs"),
    *("lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "prl_fs", "smb2", "smb3", "smbfs", "vboxsf"),
    *("vmhgfs", "fuse.davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.rclone"),
    *("fuse.s3fs", "fuse.sshfs", "fuse.vmhgfs-fuse"),
}
_DRIVE_REMOTE = 4  # winbase.h


def on_share(path: Path) -> bool:
    """Whether the path lies on a network share; False if the system does not know."""
    whole = path.resolve()
    if sys.platform == "win32":
        return is_unc(whole.drive) or _is_remote_drive(whole.drive)
    try:
        # A mount point is bytes of any encoding.
        mounts = Path("/proc/mounts").read_text("utf-8", "surrogateescape")
    except OSError:
        # No /proc: macOS and the BSDs.
        return False
    return file_system(whole, mounts) in _SHARES


def store_path(folder: Path, *, shared: Callable[[Path], bool] = on_share) -> Path:
    """The file of the store for a configuration folder.

    On a share, where SQLite would be torn, it is one in the user's data folder, named after a
    hash of the folder. `shared` is `on_share`, but for tests.
    """
    if not shared(folder):
        return folder / _FILE
    import hashlib  # with it comes OpenSSL, which most runs have no use for

    key = hashlib.sha256(str(folder.resolve()).encode("utf-8", "surrogateescape")).hexdigest()
    return _user_data() / "sheetsync" / f"{key[:16]}.db"


def file_system(path: Path, mounts: str) -> str:
    """The type of the file system that holds an absolute path; `mounts` as in proc(5).

    Of several mounts over one place the last is the one in force.
    """
    kind, depth, whole = "", -1, f"{path.as_posix().rstrip('/')}/"
    for line in mounts.splitlines():
        _device, point, named, *_ = line.split(" ")
        # As texts: containers have a hundred mounts, and a fleet asks for each of its plans.
        place = f"{_unescaped(point).rstrip('/')}/"
        if whole.startswith(place) and len(place) >= depth:
            kind, depth = named, len(place)
    return kind


def is_unc(drive: str) -> bool:
    r"""Whether a Windows path's drive is a server: \\server\share, but not the local \\?\C:."""
    if drive.startswith(("\\\\?\\", "\\\\.\\")):
        return drive[4:].upper().startswith("UNC\\")
    return drive.startswith("\\\\")


def _unescaped(field: str) -> str:
    # Blanks, tabs, newlines and backslashes stand as octal escapes (getmntent(3)).
    if "\\" not in field:
        return field
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), field)


def _is_remote_drive(drive: str) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    return ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _DRIVE_REMOTE


def _user_data() -> Path:
    """XDG base directories on Linux, where a relative value counts as none; %LOCALAPPDATA%."""
    named = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_DATA_HOME", "")
    if Path(named).is_absolute():
        return Path(named)
    return Path.home() / ("AppData/Local" if sys.platform == "win32" else ".local/share")
