"""Setup links, sign-in codes and sessions.

Whoever shows a code is checked outside any transaction, so that a wrong try counts and a used code stays used. What
follows is one transaction: the session, what the person's coming changes, and the end of the browser's old session.
"""

import logging
import secrets
from datetime import timedelta

import strawberry

from backend import clock, database, events
from backend.limits.rates import require
from backend.provisioning import access, dossier, links, sign_in, wrong_codes
from backend.provisioning.access import NOBODY
from backend.provisioning.browsers import LIFETIME, Browser
from backend.provisioning.landing import landing
from backend.provisioning.validation import Entries
from backend.provisioning.wrong_codes import Mailbox
from backend.refusals import ErrorCode, Refused
from backend.resolvers.context import Context, Info
from backend.resolvers.cookies import BROWSER, MAILBOXES, SESSION, clear_cookie, set_cookie
from backend.schema.errors import errors_of
from backend.schema.ids import global_id
from backend.schema.inputs.sign_in import EmailInput, OpenSetupLinkInput, SignInByLinkInput, SignInInput
from backend.schema.order import Order
from backend.schema.viewer import RequestPayload, SessionPayload, SetupLink, Viewer

logger = logging.getLogger("backend.sign_in")

HOUR = timedelta(hours=1)
MAX_CODES_PER_ADDRESS = 20  # an hour, as the next ones; a browser that the mailbox knows is limited for itself
MAX_LINKS_PER_ADDRESS = 120
MAX_SIGN_INS_PER_ADDRESS = 120


@strawberry.type
class SignInMutations:
    """Links and sessions."""

    @strawberry.mutation
    async def open_setup_link(self, info: Info, input: OpenSetupLinkInput) -> SessionPayload:
        """Open a setup link: a session for its order, which ends the browser's earlier one. From the second browser on
        it also takes a mailed code.

        A browser that has a session of the mailbox already keeps it, and needs no code.

        input: The token of the link, and the code if it was asked for.
        """
        context, at = info.context, clock.now()
        await require("links", context.address, MAX_LINKS_PER_ADDRESS, HOUR, at)
        browser = browser_of(context)
        try:
            found = await links.find(input.token)
            known = found is not None and links.is_known_to(found, context.actor)
            link = await links.open_link(input.token, input.code, browser, known, at)
        except Refused as refused:
            return SessionPayload(
                viewer=await viewer_of(context), order=None, user_errors=errors_of(refused, context.language)
            )
        async with database.transaction():
            if known:
                await sign_in.came(link.email_key, at, link.order_id)
            token = "" if known else await sign_in.enter_by(link, at, instead_of=context.session)
        if token:
            await _begin(context, token)
        await events.publish(link.order_id)
        order = await dossier.read(link.order_id, context.actor.email_key)
        if order is not None and not order.test:  # whose link proves no mailbox: its seller can read it
            _remember(context, link.email_key)
        visible = order if order is not None and access.roles(order, context.actor) else None
        return SessionPayload(
            viewer=await viewer_of(context), order=Order.of(visible, context.actor) if visible else None, user_errors=[]
        )

    @strawberry.mutation
    async def request_new_setup_link(self, info: Info, input: OpenSetupLinkInput) -> RequestPayload:
        """Send the registered address of a link a new one, at most three an hour for an order. The answer is the same
        for every token.

        input: The token of the old link; its code has no effect.
        """
        await require("links", info.context.address, MAX_LINKS_PER_ADDRESS, HOUR, clock.now())
        await links.request_renewal(input.token, clock.now())
        events.notify_local(events.ANY)
        return RequestPayload(accepted=True, user_errors=[])

    @strawberry.mutation
    async def request_sign_in(self, info: Info, input: EmailInput) -> RequestPayload:
        """Mail a six-digit code that signs this browser in. The answer is the same for every address.

        input: The mailbox to sign in by.
        """
        context, at = info.context, clock.now()
        browser, entries = browser_of(context), Entries()
        mailbox = Mailbox(*entries.email(input.email, "email"))
        await require("codes", browser.caller(mailbox.key), MAX_CODES_PER_ADDRESS, HOUR, at)
        try:
            entries.check()
            await sign_in.request_code(mailbox, browser, at)
        except Refused as refused:
            events.notify_local(events.ANY)
            return RequestPayload(accepted=False, user_errors=errors_of(refused, context.language))
        events.notify_local(events.ANY)
        return RequestPayload(accepted=True, user_errors=[])

    @strawberry.mutation
    async def sign_in(self, info: Info, input: SignInInput) -> SessionPayload:
        """Sign in by mailbox: a session for everything of the address, which ends the browser's earlier one.

        input: The mailbox and the code that was mailed to it.
        """
        context, at = info.context, clock.now()
        browser, entries = browser_of(context), Entries()
        mailbox = Mailbox(*entries.email(input.email, "email"))
        await require("sign-ins", browser.caller(mailbox.key), MAX_SIGN_INS_PER_ADDRESS, HOUR, at)
        try:
            if not input.code.strip():
                entries.refuse(ErrorCode.REQUIRED, "Enter the code.", "code")
            entries.check()
            await sign_in.check_code(mailbox, browser, input.code, at)
        except Refused as refused:
            events.notify_local(events.ANY)
            return SessionPayload(
                viewer=await viewer_of(context), order=None, user_errors=errors_of(refused, context.language)
            )
        async with database.transaction():
            token = await sign_in.enter(mailbox, at, instead_of=context.session)
        _remember(context, mailbox.key)
        await _begin(context, token)
        return SessionPayload(viewer=await viewer_of(context), order=None, user_errors=[])

    @strawberry.mutation
    async def sign_in_by_link(self, info: Info, input: SignInByLinkInput) -> SessionPayload:
        """Sign in by the link that the owner of a mailbox is mailed once too many wrong codes were entered for it.

        The link works once and for 24 hours (else EXPIRED). From then on codes are taken again.

        input: The token of the link.
        """
        context, at = info.context, clock.now()
        await require("links", context.address, MAX_LINKS_PER_ADDRESS, HOUR, at)
        try:
            async with database.transaction():
                mailbox = await wrong_codes.redeem_link(input.token, at)
                token = await sign_in.enter(mailbox, at, instead_of=context.session)
        except Refused as refused:
            return SessionPayload(
                viewer=await viewer_of(context), order=None, user_errors=errors_of(refused, context.language)
            )
        _remember(context, mailbox.key)
        await _begin(context, token)
        return SessionPayload(viewer=await viewer_of(context), order=None, user_errors=[])

    @strawberry.mutation
    async def sign_out(self, info: Info, everywhere: bool | None = False) -> SessionPayload:
        """End the session of this browser; without one, nothing happens.

        everywhere: True: end all sessions of the mailbox; in a session of one order, those of that order.
        """
        context = info.context
        if context.session:
            await sign_in.sign_out(context.session, everywhere=bool(everywhere))
        context.cookies.append(clear_cookie(SESSION))
        context.session = ""
        context.set_actor(NOBODY, None)
        return SessionPayload(viewer=None, order=None, user_errors=[])


def browser_of(context: Context) -> Browser:
    """The browser that asks; it is told what identifies it when it has nothing yet."""
    if not context.browser:
        context.browser = secrets.token_urlsafe(24)
        context.cookies.append(set_cookie(BROWSER, context.browser, timedelta(days=90)))
    return Browser(context.browser, context.mailboxes, context.address, context.language)


def _remember(context: Context, email_key: str) -> None:
    """The browser is known to the mailbox from now on."""
    context.mailboxes = browser_of(context).marked(email_key)
    context.cookies += [
        set_cookie(BROWSER, context.browser, LIFETIME),
        set_cookie(MAILBOXES, context.mailboxes, LIFETIME),
    ]


async def _begin(context: Context, token: str) -> None:
    """The browser goes on with a session that is committed."""
    context.session = token
    context.cookies.append(set_cookie(SESSION, token, sign_in.SESSION_LIFETIME))
    signed_in = await sign_in.find(token, clock.now())
    if signed_in is not None:
        actor = signed_in.actor
        context.set_actor(actor, signed_in.expires_at)
        reach = "everything" if actor.order_id is None else f"order {actor.order_id}"
        logger.info("Signed in: %s, %s", actor.email, reach)


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
        only_order_id=None if actor.order_id is None else global_id("Order", actor.order_id),
    )


@strawberry.type
class SignInQueries:
    """Who is signed in, and what a link asks."""

    @strawberry.field
    async def viewer(self, info: Info) -> Viewer | None:
        """Who is signed in, by session or token; null: nobody."""
        return await viewer_of(info.context)

    @strawberry.field
    async def setup_link(self, info: Info, token: str) -> SetupLink | None:
        """What a setup link asks, before it is opened; null: there is no such link. Nobody has to be signed in.

        token: What stands behind # in the link: 43 characters.
        """
        context, at = info.context, clock.now()
        await require("link-questions", context.address, MAX_LINKS_PER_ADDRESS, HOUR, at)
        # A browser that can be told before it opens the link may open it again if the answer never arrives.
        found = await landing(token, browser_of(context).secret, context.actor, at)
        return SetupLink.of(found) if found else None
