"""Who is told of the job, on this computer, and how they fail."""

import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread


@dataclass
class Watcher:
    """An address, and the paths and bodies that were posted to it."""

    address: str  # 127.0.0.1:port
    seen: list[tuple[str, str]] = field(default_factory=list)

    @property
    def url(self) -> str:
        """The address as `ping_url` names it."""
        return f"http://{self.address}/ping/1?source=plan"


@contextmanager
def watcher(status: int = 200, *, answer: bytes = b"", drips: bool = False) -> Iterator[Watcher]:
    """Answers with that status, with those bytes instead, or a byte now and then for ever."""
    found, closed = Watcher(""), Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            found.seen.append((self.path, self.rfile.read(length).decode()))
            if not (answer or drips):
                self.send_response(status)
                self.end_headers()
            self.wfile.write(answer)
            with suppress(OSError):
                while drips and not closed.wait(0.02):
                    self.wfile.write(b"H")

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        found.address = f"127.0.0.1:{server.server_port}"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield found
        finally:
            closed.set()
            server.shutdown()
            thread.join()


@contextmanager
def silent_watcher() -> Iterator[Watcher]:
    """Takes connections, as the system does for whoever listens, and never says a word."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        yield Watcher(f"127.0.0.1:{listening.getsockname()[1]}")


def configure(folder: Path, section: str, *lines: str) -> None:
    """Add lines at the head of a section."""
    path = folder / "sheetsync.toml"
    text = path.read_text("utf-8")
    head = "\n".join((f"[{section}]", *lines, ""))
    path.write_text(text.replace(f"[{section}]\n", head), "utf-8")
