"""The context of one request: who asks, in which language, and the reads that its fields share."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Self

import strawberry

from backend import clock
from backend.provisioning import sign_in, tokens, view_as
from backend.provisioning.access import NOBODY, Actor
from backend.provisioning.view_as import View
from backend.resolvers.shared_reads import SharedRead
from backend.schema.loaders import Loaders

_find_session = SharedRead(lambda session: sign_in.find(session, clock.now()))
_find_token = SharedRead(lambda token: tokens.find(token, clock.now()))


@dataclass(slots=True)
class Context:
    """One request's caller, and what comes and goes with their request.

    `address` is the caller's network, for limits. `session`, `browser` and `mailboxes` are their cookies; `cookies` are
    values of Set-Cookie for the answer. `change_reason` is why they change things, where a mutation's input says none.
    `view` is that of an order as somebody else, whom `actor` is then.
    """

    correlation_id: str
    address: str
    language: str
    actor: Actor = NOBODY
    expires_at: datetime | None = None
    session: str = ""
    bearer: str = ""
    browser: str = ""
    mailboxes: str = ""
    idempotency_key: str = ""
    change_reason: str = ""
    view: View | None = None
    cookies: list[str] = field(default_factory=list)
    loaders: Loaders = field(init=False)

    def __post_init__(self) -> None:
        self.loaders = Loaders(self.actor, self.language)

    @property
    def caller(self) -> str:
        """The key of the caller's cost bucket: support pays for what they see as somebody else."""
        return f"address:{self.address}" if self.actor.anonymous else self.actor.viewed_by or self.actor.key

    @property
    def reads_only(self) -> bool:
        """Whether nothing may be changed, since an order is seen as somebody else."""
        return self.view is not None

    @property
    def signed_in(self) -> bool:
        """Whether it is somebody we know."""
        return not self.actor.anonymous

    def renewed(self) -> Self:
        """The same caller with nothing loaded yet, for the next event of a subscription."""
        self.loaders = Loaders(self.actor, self.language)
        return self

    def look_as(self, view: View) -> None:
        """Let all that the operation reads from now on be what this person sees; it is charged to who asks."""
        self.view = view
        self.loaders = Loaders(view.person, self.language)

    async def see_as(self, number: int) -> bool:
        """Let all of the request be asked as by the person of this view; False: it is over, or is not the caller's."""
        view = await view_as.find(number, self.actor, clock.now())
        if view is not None:
            ends = min(self.expires_at, view.until) if self.expires_at else view.until
            self.set_actor(view.person, ends)
            self.view = view
        return view is not None

    def set_actor(self, actor: Actor, expires_at: datetime | None) -> None:
        """Somebody signed in or out in the course of this request."""
        self.actor, self.expires_at = actor, expires_at
        self.loaders = Loaders(actor, self.language)

    async def refresh_actor(self) -> bool:
        """Take the rights that the session or token of a subscription has now; False: it has ended."""
        if self.bearer:
            actor = await _find_token(self.bearer)
        else:
            found = await _find_session(self.session)
            actor = found.actor if found else None
        if actor is not None and self.view is not None:
            view = await view_as.find(self.view.id, actor, clock.now())
            actor = view.person if view else None
        if actor is None:
            return False
        if actor != self.actor:
            self.set_actor(actor, self.expires_at)
        return True


Info = strawberry.Info[Context, None]
