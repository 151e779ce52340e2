"""The mutations of setup links, sign-in codes and sessions. They run outside a transaction: a wrong try counts."""

import secrets
from datetime import timedelta

import strawberry

from backend import clock, events
from backend.limits.rates import require
from backend.provisioning import access, dossier, links, sign_in
from backend.provisioning.access import NOBODY
from backend.provisioning.entries import Entries
from backend.refusals import Refusals, Refused
from backend.resolvers.context import Context, Info
from backend.resolvers.cookies import BROWSER, SESSION, clear_cookie, set_cookie
from backend.schema.errors import errors_of
from backend.schema.inputs import EmailInput, OpenSetupLinkInput, SignInInput
from backend.schema.order import Order
from backend.schema.viewer import RequestPayload, SessionPayload, Viewer

HOUR = timedelta(hours=1)
CODES_AN_ADDRESS = 20  # an hour
LINKS_AN_ADDRESS = 120  # an hour
SIGN_INS_AN_ADDRESS = 120  # an hour


@strawberry.type
class SignInMutations:
    """Links and sessions."""

    @strawberry.mutation
    async def open_setup_link(self, info: Info, input: OpenSetupLinkInput) -> SessionPayload:
        """Open a setup link: a session for its order. From the second browser on it also takes a mailed code.

        input: The token of the link, and the code if it was asked for.
        """
        context, at = info.context, clock.now()
        await require("links", context.address, LINKS_AN_ADDRESS, HOUR, at)
        browser = _browser(context)
        try:
            found = await links.find(input.token)
            known = (
                found is not None
                and context.actor.email_key == found.email_key
                and context.actor.order_id in {None, found.order_id}
            )
            link = await links.open_link(input.token, input.code, browser, known, at)
        except (Refused, Refusals) as refused:
            return SessionPayload(
                viewer=await viewer_of(context), order=None, user_errors=errors_of(refused, context.language)
            )
        await sign_in.opened(link, at)
        if not known:
            await _begin(context, await sign_in.enter_by(link, at))
        await events.publish(link.order_id)
        order = await dossier.read(link.order_id, context.actor.email_key)
        visible = order if order is not None and access.roles(order, context.actor) else None
        return SessionPayload(
            viewer=await viewer_of(context), order=Order.of(visible, context.actor) if visible else None, user_errors=[]
        )

    @strawberry.mutation
    async def request_new_setup_link(self, info: Info, input: OpenSetupLinkInput) -> RequestPayload:
        """Send the registered address of a link a new one. The answer is the same for every token.

        input: The token of the link.
        """
        await require("links", info.context.address, LINKS_AN_ADDRESS, HOUR, clock.now())
        await links.ask_for_new(input.token, clock.now())
        events.signal(events.ANY)
        return RequestPayload(accepted=True, user_errors=[])

    @strawberry.mutation
    async def request_sign_in(self, info: Info, input: EmailInput) -> RequestPayload:
        """Mail a six-digit code, for this browser. The answer is the same for every address.

        input: The address.
        """
        context, at = info.context, clock.now()
        await require("codes", context.address, CODES_AN_ADDRESS, HOUR, at)
        entries = Entries()
        email, key = entries.email(input.email, "email")
        if entries.refusals:
            return RequestPayload(accepted=False, user_errors=errors_of(Refusals(entries.refusals), context.language))
        await sign_in.request_code(email, key, _browser(context), context.address, context.language, at)
        events.signal(events.ANY)
        return RequestPayload(accepted=True, user_errors=[])

    @strawberry.mutation
    async def sign_in(self, info: Info, input: SignInInput) -> SessionPayload:
        """Sign in by mailbox: a session for everything of the address.

        input: The address and the code.
        """
        context, at = info.context, clock.now()
        await require("sign-ins", context.address, SIGN_INS_AN_ADDRESS, HOUR, at)
        try:
            entries = Entries()
            email, key = entries.email(input.email, "email")
            if not input.code.strip():
                entries.refuse("REQUIRED", "Enter the code.", "code")
            entries.check()
            token = await sign_in.sign_in(email, key, input.code, _browser(context), at)
        except (Refused, Refusals) as refused:
            return SessionPayload(
                viewer=await viewer_of(context), order=None, user_errors=errors_of(refused, context.language)
            )
        await _begin(context, token)
        return SessionPayload(viewer=await viewer_of(context), order=None, user_errors=[])

    @strawberry.mutation
    async def sign_out(self, info: Info, everywhere: bool | None = False) -> SessionPayload:
        """End the session.

        everywhere: End all sessions of the mailbox; in a session of one order, those of that order.
        """
        context = info.context
        if context.session:
            await sign_in.sign_out(context.session, everywhere=bool(everywhere))
        context.cookies.append(clear_cookie(SESSION))
        context.session = ""
        context.becomes(NOBODY, None)
        return SessionPayload(viewer=None, order=None, user_errors=[])


def _browser(context: Context) -> str:
    """What identifies the browser; it is told when it has none yet."""
    if not context.browser:
        context.browser = secrets.token_urlsafe(24)
        context.cookies.append(set_cookie(BROWSER, context.browser, timedelta(days=90)))
    return context.browser


async def _begin(context: Context, token: str) -> None:
    """Rotate: the browser's old session ends, the new one begins."""
    if context.session:
        await sign_in.sign_out(context.session, everywhere=False)
    context.session = token
    context.cookies.append(set_cookie(SESSION, token, sign_in.ABSOLUTE))
    signed_in = await sign_in.find(token, clock.now())
    if signed_in is not None:
        context.becomes(signed_in.actor, signed_in.expires_at)


async def viewer_of(context: Context) -> Viewer | None:
    """Who is signed in."""
    actor = context.actor
    if actor.anonymous:
        return None
    return Viewer(
        email=actor.email,
        roles=["INTEGRATOR"] if actor.token else await access.roles_anywhere(actor),
        scopes=sorted(actor.scopes),
        language=context.language,
        session_expires_at=context.expires_at,
    )
