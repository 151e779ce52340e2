"""Several web processes behind one port: the process that started them accepts connections and hands them out in turn.

If all of them accepted, the one that happens to be awake would take all connections that come at once, and keep
them: of 16 that a proxy opens, one process had 13. Each process gets connections over a channel of its own, from when
it says that it serves until it closes the channel or ends. It says so again for each connection that it took: one that
hangs comes after the others.
"""

import asyncio
import logging
import selectors
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, NamedTuple

import uvloop
from uvicorn import Config
from uvicorn.supervisors import Multiprocess

logger = logging.getLogger("backend.web")

_WORD = b"."  # goes along with a connection, and says that a process serves or took one
_MAX_WORDS = 4_096  # that are heard at once
_HANGS_AFTER = 0.25  # seconds without taking a connection that it was given; then the others come first
_MOST_UNTAKEN = 100  # connections that each process was given; as many fit into a channel, more wait to be accepted
_PAUSE = 0.01  # seconds without accepting, as where the system has no files left


class _Given(NamedTuple):
    """What a process was given: how many connections it has not taken yet, and since when it has taken none."""

    untaken: int = 0
    since: float = 0.0

    def and_one(self, now: float) -> "_Given":
        return _Given(self.untaken + 1, self.since if self.untaken else now)

    def hangs(self, now: float) -> bool:
        return self.untaken > 0 and now > self.since + _HANGS_AFTER


class SeveralProcesses(Multiprocess):
    """Starts web processes, replaces those that end, and hands out connections."""

    def __init__(self, config: Config) -> None:
        self._listening = config.bind_socket()
        self._listening.listen(config.backlog)
        self._listening.setblocking(False)
        self._heard = selectors.DefaultSelector()
        self._turns: dict[socket.socket, _Given] = {}  # whose turn it is comes first
        super().__init__(config, [])
        threading.Thread(target=self._hand_out, daemon=True).start()

    @property
    def sockets(self) -> list[socket.socket]:
        """The channel of the next process that is started; here its end is closed once the process has it."""
        ours, theirs = socket.socketpair()
        ours.setblocking(False)
        self._heard.register(ours, selectors.EVENT_READ)
        return [theirs]

    @sockets.setter
    def sockets(self, _nothing: list[socket.socket]) -> None:
        """Each process has its own."""

    def _hand_out(self) -> None:
        while True:
            heard: list[Any] = [key.fileobj for key, _ in self._heard.select()]
            for channel in heard:
                if channel is not self._listening:
                    self._listen_to(channel)
            if self._listening in heard and self._turns:  # now it is known who took the last ones
                if all(given.untaken >= _MOST_UNTAKEN for given in self._turns.values()):
                    time.sleep(_PAUSE)
                else:
                    self._hand_on()

    def _hand_on(self) -> None:
        try:
            connection, _ = self._listening.accept()
        except (BlockingIOError, ConnectionError):
            return
        except OSError as error:
            logger.warning("No connection can be accepted: %r", error)
            time.sleep(_PAUSE)
            return
        with connection:
            now = time.monotonic()
            for channel in sorted(self._turns, key=lambda channel: self._turns[channel].hangs(now)):
                with suppress(OSError):  # it has ended, or has too many that it didn't look at
                    socket.send_fds(channel, [_WORD], [connection.fileno()])
                    self._turns[channel] = self._turns.pop(channel).and_one(now)
                    return

    def _listen_to(self, channel: socket.socket) -> None:
        try:
            words = len(channel.recv(_MAX_WORDS))
        except OSError:
            words = 0
        if words and channel in self._turns:
            self._turns[channel] = _Given(self._turns[channel].untaken - words, time.monotonic())
        elif words:
            if not self._turns:
                self._heard.register(self._listening, selectors.EVENT_READ)
            self._turns[channel] = _Given()
        else:
            self._heard.unregister(channel)
            channel.close()
            if self._turns.pop(channel, None) is not None and not self._turns:
                self._heard.unregister(self._listening)  # connections wait until somebody serves


class Loop(uvloop.Loop):
    """The event loop of one of several: its server takes the connections that are handed to it."""

    async def create_server(  # type: ignore[override]  # for uvicorn alone
        self, factory: Callable[[], asyncio.Protocol], *, sock: socket.socket, **_: Any
    ) -> "_Server":
        """A server on a channel."""
        return _Server(self, factory, sock)


class _Server:
    def __init__(
        self, loop: asyncio.AbstractEventLoop, factory: Callable[[], asyncio.Protocol], channel: socket.socket
    ) -> None:
        self._loop, self._factory, self._channel = loop, factory, channel
        self._beginning: set[asyncio.Task[Any]] = set()
        channel.setblocking(False)
        loop.add_reader(channel, self._take)
        channel.send(_WORD)

    def _take(self) -> None:
        try:
            word, files, _, _ = socket.recv_fds(self._channel, 1, 1)
        except BlockingIOError:
            return
        except ConnectionError:
            word, files = b"", []
        if not word:  # who started us has ended, and so do we: see shutdown.py
            self._loop.remove_reader(self._channel)
        for file in files:
            connection = socket.socket(fileno=file)
            connection.setblocking(False)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            task = self._loop.create_task(self._begin(connection))
            self._beginning.add(task)
            task.add_done_callback(self._beginning.discard)
        if word:  # also where the system had no file left for it, and it is lost
            with suppress(OSError):
                self._channel.send(_WORD)

    async def _begin(self, connection: socket.socket) -> None:
        try:
            await self._loop.connect_accepted_socket(self._factory, connection)
        except OSError:  # who connected has gone
            connection.close()

    def close(self) -> None:
        if self._channel.fileno() >= 0:
            self._loop.remove_reader(self._channel)
            self._channel.close()

    async def wait_closed(self) -> None:
        """Nothing is left to wait for."""
