"""Inputs of links and sign-in."""

from backend.schema.describe import input_


@input_
class EmailInput:
    """The mailbox that somebody signs in by.

    email: Address of the mailbox, such as name@example.com.
    """

    email: str


@input_
class OpenSetupLinkInput:
    """A setup link, as it came by mail.

    token: What stands behind # in the link: 43 characters.
    code: The six digits that were mailed, which are asked for from the second browser on. Left out: they are mailed if
        needed.
    """

    token: str
    code: str | None = None


@input_
class SignInInput:
    """A mailbox and the code that was mailed to it.

    email: Address of the mailbox, as given to requestSignIn.
    code: The six digits that were mailed; they hold for 10 minutes and 5 tries, in the browser that asked for them.
    """

    email: str
    code: str


@input_
class SignInByLinkInput:
    """The link that signs the owner of a mailbox in once too many wrong codes were entered for it.

    token: What stands behind # in the link: 43 characters.
    """

    token: str
