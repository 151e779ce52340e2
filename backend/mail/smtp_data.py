"""The end of an SMTP transaction: the message goes out, and the server's word about it is understood while it can be.

Once the last dot is sent, the reply decides whether the mail is ever sent again. Its code is what counts: a server that
says 250 has the mail, however the rest of its reply is written, and even if that never ends.
"""

import asyncio
import contextlib
import re
from dataclasses import dataclass
from typing import Self, cast

from aiosmtplib import SMTP, SMTPDataError, SMTPReadTimeoutError, SMTPServerDisconnected
from aiosmtplib.protocol import normalize_message_line_endings

MAX_REPLY_LENGTH = 8192  # bytes; nothing after them changes what was said
REST_TIMEOUT = 3.0  # seconds for the rest of a reply whose code is known
_GO_AHEAD = 354
_CODE = re.compile(rb"[\s\x00]*([2-5]\d\d)(?!\d)")
_LAST_LINE = re.compile(rb"(?:^|\n)[\s\x00]*([2-5]\d\d)(?![\d-])[^\n]*\n")


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server said of the message. After one that is not `clean` the connection is of no use."""

    code: int
    words: bytes
    clean: bool


async def send_message(client: SMTP, mime: bytes, within: float) -> Reply:
    """Send the message and return what the server says of it. Raises aiosmtplib's errors if it says nothing."""
    answer = await client.execute_command(b"DATA", timeout=within)
    if answer.code != _GO_AHEAD:
        raise SMTPDataError(answer.code, answer.message)
    if client.transport is None:
        raise SMTPServerDisconnected("The connection was lost")
    transport = cast(asyncio.Transport, client.transport)  # uvloop's is one without saying so
    message = re.sub(rb"(?m)^\.", b"..", normalize_message_line_endings(mime)) + b".\r\n"
    with _ReplyReader(transport) as listening:
        transport.write(message)
        return await listening.reply(within)


class _ReplyReader(asyncio.Protocol):
    """Hears one reply in place of the client, to which it hands on whatever concerns the connection."""

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport
        self._client = transport.get_protocol()
        self._heard = bytearray()
        self._begun = asyncio.Event()
        self._over = asyncio.Event()
        self._lost = False

    def __enter__(self) -> Self:
        self._transport.set_protocol(self)
        return self

    def __exit__(self, *_error: object) -> None:
        self._transport.set_protocol(self._client)

    def data_received(self, data: bytes) -> None:
        """Keep the beginning of the reply, and tell when it is understood."""
        self._heard += data[: MAX_REPLY_LENGTH - len(self._heard)]
        if len(self._heard) >= 4:
            self._begun.set()
        if _LAST_LINE.search(self._heard) or len(self._heard) >= MAX_REPLY_LENGTH:
            self._over.set()

    def eof_received(self) -> bool:
        """Nothing more will be said."""
        self._end()
        return False

    def connection_lost(self, error: Exception | None) -> None:
        """Nothing more can be heard; the client is told as well."""
        self._end()
        self._client.connection_lost(error)

    def pause_writing(self) -> None:
        """Hand it on."""
        self._client.pause_writing()

    def resume_writing(self) -> None:
        """Hand it on."""
        self._client.resume_writing()

    def _end(self) -> None:
        self._lost = True
        self._begun.set()
        self._over.set()

    async def reply(self, within: float) -> Reply:
        """Wait for the reply to begin as long as is allowed, then a moment for its end."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(within):
                await self._begun.wait()
                async with asyncio.timeout(min(REST_TIMEOUT, within)):
                    await self._over.wait()
        heard = bytes(self._heard)
        last = _LAST_LINE.search(heard)
        code = last or _CODE.match(heard)
        if code is None and self._lost:
            raise SMTPServerDisconnected("The connection was lost after the message was sent")
        if code is None:
            raise SMTPReadTimeoutError("No answer in time after the message was sent")
        clean = last is not None and last.end() == len(heard) and not self._lost
        return Reply(int(code[1]), heard[: last.end()] if last else heard, clean)
