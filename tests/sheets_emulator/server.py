"""HTTP around the emulator, on a loopback port, in threads of its own."""

import gzip
import json
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from . import controls
from .emulator import Emulator
from .errors import ApiError
from .request import JSON, Request, Response

_LONGEST_HANG = 300


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body in one packet, or each answer waits 40 ms
    disable_nagle_algorithm = True
    server: "_Server"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Nothing: the emulator keeps its own log."""

    def handle_one_request(self) -> None:
        try:
            super().handle_one_request()
        except (ConnectionError, TimeoutError):
            self.close_connection = True

    def _any(self) -> None:
        size = int(self.headers.get("Content-Length") or 0)
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(self.command, self.path, headers, self.rfile.read(size))
        response, failure = self._answered(request)
        if failure.startswith("cut"):
            self._cut(response, zipped=failure == "cut_gzip")
        elif failure:
            self._fail(failure)
        else:
            self._send(response, zipped="gzip" in headers.get("accept-encoding", ""))

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _any  # noqa: N815 - the names it wants

    def _answered(self, request: Request) -> tuple[Response, str]:
        emulator = self.server.emulator
        try:
            if request.path.startswith("/_emulator/"):
                return controls.handle(emulator, request), ""
            return emulator.handle(request)
        except ApiError as error:
            return Response(error.code, {"error": error.body}), ""
        except Exception as error:  # noqa: BLE001 - a bug here must be seen by the client's test
            problem = f"emulator bug: {type(error).__name__}: {error}"
            body = {"error": {"code": 500, "message": problem, "status": "INTERNAL"}}
            return Response(500, json.dumps(body), JSON), ""

    def _send(self, response: Response, *, zipped: bool) -> None:
        data = response.data()
        self.send_response(response.status)
        self.send_header("Content-Type", response.kind)
        for name, value in response.headers.items():
            self.send_header(name, value)
        if zipped and len(data) > 1000:
            data = gzip.compress(data, 1)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _cut(self, response: Response, *, zipped: bool) -> None:
        """Half of an answer; a cut gzip stream has the length it promised, and no end."""
        data = response.text().encode()
        data = gzip.compress(data, 1)[:-9] if zipped else data
        self.send_response(response.status)
        self.send_header("Content-Type", response.kind)
        if zipped:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data if zipped else data[: len(data) // 2])
        self.close_connection = True

    def _fail(self, failure: str) -> None:
        if failure == "hang":
            self.server.emulator.stopping.wait(_LONGEST_HANG)
        # Closing with a linger of zero seconds sends a reset instead of an end.
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, port: int, emulator: Emulator) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.emulator = emulator

    def shutdown_request(self, request: object) -> None:
        """Close at once: the polite way would turn a reset into an end."""
        request.close()  # type: ignore[attr-defined]

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing: clients of tests break off on purpose."""


def serve(port: int, emulator: Emulator) -> None:
    """Until interrupted."""
    with _Server(port, emulator) as server:
        print(f"http://127.0.0.1:{server.server_address[1]}", flush=True)
        server.serve_forever()


@contextmanager
def running(emulator: Emulator) -> Iterator[str]:
    """Serve in a thread of its own; gives the base address."""
    with _Server(0, emulator) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            emulator.stopping.set()
            server.shutdown()
            thread.join()
