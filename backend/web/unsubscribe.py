"""POST /reminders/{token}: mail programs end reminders by one click (RFC 8058), without a session and without a page.

GET of the same address is the application's page. It changes nothing: mail scanners open every link.
"""

from email import message_from_bytes
from email.message import Message
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from backend import clock, database
from backend.graphql_server.problems import RequestRefused
from backend.language import text
from backend.models.person import ReminderRhythm
from backend.provisioning import reminder_rhythm
from backend.web.refusals import language_of

MAX_BODY = 16 * 1024  # bytes
ONE_CLICK = ("List-Unsubscribe", "One-Click")


def routes() -> list[Route]:
    """The endpoint. It answers alike whatever the token is, so that nobody learns which there are."""
    return [Route("/reminders/{token}", unsubscribe, methods=["POST"])]


async def unsubscribe(request: Request) -> Response:
    """Choose OWN_TURN for the mailbox that the link was sent to; again, it changes nothing more."""
    language, body = language_of(request), bytearray()
    async for piece in request.stream():
        body += piece[: MAX_BODY - len(body)]
    if not _is_one_click(request.headers.get("Content-Type", ""), bytes(body)):
        message = text(language, "This address takes List-Unsubscribe=One-Click only. Open it in a browser instead.")
        raise RequestRefused(400, "BAD_USER_INPUT", message)
    person = await reminder_rhythm.find(request.path_params["token"])
    if person is not None and person.rhythm is not ReminderRhythm.OWN_TURN:
        async with database.transaction():
            await reminder_rhythm.choose(person.email, person.email_key, ReminderRhythm.OWN_TURN, clock.now())
    return PlainTextResponse(
        text(language, "Reminders are off. You will only get the last one before a deadline.") + "\n"
    )


def _is_one_click(content_type: str, body: bytes) -> bool:
    """Whether a form says so: as multipart/form-data, or urlencoded, also where its type is missing or another one."""
    if content_type.lower().startswith("multipart/form-data"):
        head = f"Content-Type: {content_type}\r\n\r\n".encode("latin-1", "replace")
        try:
            return any(_is_field(part) for part in message_from_bytes(head + body).walk())
        except ValueError:  # parameters may be numbered, by more digits than Python reads
            return False
    return ONE_CLICK in [(name.strip(), value.strip()) for name, value in parse_qsl(body.decode("latin-1"))]


def _is_field(part: Message) -> bool:
    value, name = part.get_payload(decode=True), part.get_param("name", header="content-disposition")
    return isinstance(value, bytes) and (name, value.strip().decode("latin-1")) == ONE_CLICK
