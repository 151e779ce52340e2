"""A mail server that says, at one moment of the conversation, what no server should."""

import asyncio
import ssl
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

# Each way to write a reply, given its code; what comes after it stays silent.
FORMS: dict[str, Callable[[bytes], bytes]] = {
    "latin-1": lambda code: code + b" 2.0.0 Nachricht f\xfcr Sie angenommen\r\n",
    "windows-1252": lambda code: code + b" \x93Danke\x94 \x80\r\n",
    "shift-jis": lambda code: code + b" \x83\x81\x81[\x83\x8b\r\n",
    "utf-8": lambda code: code + " 2.0.0 Принято 受信しました".encode() + b"\r\n",
    "invalid-utf-8": lambda code: code + b" \xff\xfe\xc3\x28 \xf0\x9f\r\n",
    "lone-surrogate": lambda code: code + b" \xed\xa0\x80\xed\xb0\x80\r\n",
    "nul": lambda code: code + b" a\x00b\x00\r\n",
    "escape-sequence": lambda code: code + b" \x1b[2J\x1b]0;owned\x07\r\n",
    "direction": lambda code: code + " \u202eevil\u2066\u200b".encode() + b"\r\n",
    "ten-megabytes": lambda code: code + b" " + b"x" * 10_000_000 + b"\r\n",
    "endless": lambda code: (code + b"-and more\r\n") * 50_000,
    "lines-of-two-codes": lambda code: code + b"-one\r\n" + code + b" two\r\n",
    "carriage-return": lambda code: code + b" OK\r",
    "line-feed": lambda code: code + b" OK\n",
    "no-words": lambda code: code + b"\r\n",
    "no-blank": lambda code: code + b"OK\r\n",
    "cut": lambda code: code + b" 2.0.0 Acc",
}
# Ways after which nobody can tell what was meant.
GARBLED: dict[str, Callable[[bytes], bytes]] = {
    "silence": lambda _code: b"",
    "no-code": lambda _code: b"OK, thanks\r\n",
    "two-digits": lambda code: code[:2] + b" OK\r\n",
    "binary": lambda _code: bytes(range(256)) * 4,
}
_CODES = {"banner": b"220", "EHLO": b"250", "STARTTLS": b"220", "AUTH": b"235", "DATA": b"354", "QUIT": b"221"}


class HostileServer:
    """Speaks SMTP; at `moment` it answers in the form that the recipient's local part (or `form`) names."""

    def __init__(self, moment: str, form: str = "", code: bytes = b"") -> None:
        self.moment = moment
        self.form = form
        self.code = code
        self.accepted: Counter[str] = Counter()  # messages that it said it took, by recipient
        self.attempts: Counter[str] = Counter()
        self.senders: list[str] = []
        self.writers: list[asyncio.StreamWriter] = []
        self.left = 0
        self.port = 0

    async def _say(self, writer: asyncio.StreamWriter, moment: str, form: str) -> None:
        code = _CODES.get(moment, b"250")
        if moment == self.moment and form:
            code = self.code or code
            writer.write((FORMS | GARBLED)[form](code))
            if form == "cut":
                await writer.drain()
                writer.close()
        elif moment == "EHLO":
            writer.write(b"250-mx.test\r\n250-STARTTLS\r\n250 AUTH PLAIN\r\n")
        else:
            writer.write(code + b" fine\r\n")
        await writer.drain()

    async def converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        self.writers.append(writer)
        with suppress(ConnectionError, asyncio.IncompleteReadError, ssl.SSLError):
            await self._talk(reader, writer)
        writer.close()
        self.left += 1

    async def hang_up(self) -> None:
        """End all connections."""
        for writer in self.writers:
            writer.transport.abort()
        while self.left < len(self.writers):  # noqa: ASYNC110 – each ends as soon as it reads or writes again
            await asyncio.sleep(0)

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        recipient, form = "", self.form
        await self._say(writer, "banner", form)
        while line := await reader.readline():
            verb = line.split()[0].upper().decode("ascii", "replace") if line.split() else ""
            if verb == "MAIL":
                self.senders.append(line.split(b"<")[1].split(b">")[0].decode())
            if verb == "RCPT":
                recipient = line.split(b"<")[1].split(b">")[0].decode()
                self.attempts[recipient] += 1
                form = self.form or recipient.partition("@")[0]
            await self._say(writer, verb, form)
            if verb == "DATA":
                while await reader.readline() not in (b".\r\n", b""):
                    pass
                self.accepted[recipient] += not self.code or self.moment != "message"
                await self._say(writer, "message", form)


@asynccontextmanager
async def hostile(moment: str, form: str = "", code: bytes = b"") -> AsyncIterator[HostileServer]:
    """A hostile server on a free port of this machine."""
    server = HostileServer(moment, form, code)
    listening = await asyncio.start_server(server.converse, "127.0.0.1", 0)
    server.port = listening.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        listening.close()
        await server.hang_up()
