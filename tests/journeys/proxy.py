"""A proxy in front of the product that takes the path prefix off, as many do; WebSockets go through it too."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from tests.ports import free_port

_PIECE = 65_536


@contextmanager
def stripping(prefix: str, backend: int) -> Iterator[int]:
    """The port of a proxy for everything below a prefix; each connection carries one request, or a WebSocket."""
    listener = socket.create_server(("127.0.0.1", port := free_port()), backlog=64)
    accepting = threading.Thread(target=_accept, args=(listener, prefix.encode(), backend), daemon=True)
    accepting.start()
    try:
        yield port
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        accepting.join(5)


def _accept(listener: socket.socket, prefix: bytes, backend: int) -> None:
    while True:
        try:
            client, _ = listener.accept()
        except OSError:
            return
        threading.Thread(target=_serve, args=(client, prefix, backend), daemon=True).start()


def _serve(client: socket.socket, prefix: bytes, backend: int) -> None:
    with client:
        head = b""
        while b"\r\n\r\n" not in head:
            piece = client.recv(_PIECE)
            if not piece:
                return
            head += piece
        head = _one_request(head).replace(b" " + prefix + b"/", b" /", 1).replace(b" " + prefix + b" ", b" / ", 1)
        with socket.create_connection(("127.0.0.1", backend)) as server:
            server.sendall(head)
            threading.Thread(target=_pass_on, args=(client, server), daemon=True).start()
            _pass_on(server, client)


def _one_request(head: bytes) -> bytes:
    """The request, after which the server hangs up; one for a WebSocket stays as it is."""
    first, _, rest = head.partition(b"\r\n")
    if b"upgrade: websocket" in head.lower():
        return head
    lines = rest.split(b"\r\n\r\n", 1)
    kept = [line for line in lines[0].split(b"\r\n") if not line.lower().startswith(b"connection:")]
    return b"\r\n".join([first, *kept, b"Connection: close"]) + b"\r\n\r\n" + lines[1]


def _pass_on(source: socket.socket, target: socket.socket) -> None:
    try:
        while piece := source.recv(_PIECE):
            target.sendall(piece)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        return
