"""How connections are handed to several web processes that take none for a while."""

import socket
from contextlib import ExitStack, closing
from select import select

import pytest
from uvicorn import Config
from uvicorn.supervisors import Multiprocess

from backend.web.several import SeveralProcesses

MANY = 600  # more than fit into two channels


def test_connections_wait_until_a_process_takes_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Multiprocess, "__init__", lambda *_: None)  # starts none
    several = SeveralProcesses(Config("", port=0, host="127.0.0.1", backlog=MANY, log_config=None))
    address = several._listening.getsockname()
    with ExitStack() as stack:
        stack.enter_context(closing(several._listening))
        channels = [stack.enter_context(closing(several.sockets[0])) for _ in range(2)]
        for channel in channels:
            channel.send(b".")
        for _ in range(MANY):
            stack.enter_context(closing(socket.create_connection(address, timeout=30)))
        for _ in range(MANY):
            [channel, *_], _, _ = select(channels, [], [], 30)
            _, [file], _, _ = socket.recv_fds(channel, 1, 1)
            socket.socket(fileno=file).close()
            channel.send(b".")
