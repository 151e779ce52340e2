"""The browser that asks, and which mailboxes somebody has signed in to with it before.

A browser is known to a mailbox by a mark: an HMAC over both, which only this server can make and which tells nobody
the address. Known browsers have limits of their own, so that no stranger can use up what the mailbox's owner needs.
"""

import hmac
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from backend.settings import settings

LIFETIME = timedelta(days=365)
MAX_MAILBOXES = 3  # of one browser


@dataclass(frozen=True, slots=True)
class Browser:
    """Who asks: the secret that identifies the browser, its marks, the network it comes from, and its language."""

    secret: str
    marks: str = ""
    network: str = ""
    language: str = "en"

    def knows(self, email_key: str) -> bool:
        """Whether somebody signed in to the mailbox with this browser before."""
        own = self._own_marks(email_key)
        found = [hmac.compare_digest(mark.encode(), ours.encode()) for mark in self._marks() for ours in own]
        return bool(self.secret) and any(found)

    def caller(self, email_key: str) -> str:
        """The key of limits on codes: a browser known to the mailbox has its own, all others share their network's."""
        return f"browser:{self._own_marks(email_key)[0]}" if self.knows(email_key) else self.network

    def marked(self, email_key: str) -> str:
        """The marks with this mailbox first; the oldest is dropped."""
        own = self._own_marks(email_key)
        return ".".join([own[0], *(mark for mark in self._marks() if mark not in own)][:MAX_MAILBOXES])

    def _marks(self) -> list[str]:
        return self.marks.split(".")[:MAX_MAILBOXES] if self.marks else []

    def _own_marks(self, email_key: str) -> list[str]:
        """Its mark with a mailbox, as it is made now, and as the other key makes it."""
        said = f"known browser\n{email_key}\n{self.secret}".encode()
        return [hmac.new(key.encode(), said, sha256).hexdigest() for key in settings().secret_keys]
