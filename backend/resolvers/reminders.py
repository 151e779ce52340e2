"""How often somebody is reminded: read and chosen by who is signed in, or by the link of a reminder."""

from datetime import timedelta

import strawberry

from backend import clock, database
from backend.limits.rates import require
from backend.provisioning import reminder_rhythm
from backend.provisioning.access import Forbidden, Unauthenticated
from backend.provisioning.reminder_rhythm import RemindedPerson
from backend.refusals import ErrorCode, Refused
from backend.resolvers.api_errors import forbidden, unauthenticated
from backend.resolvers.context import Context, Info
from backend.schema.errors import errors_of
from backend.schema.inputs.reminders import ChooseRemindersInput
from backend.schema.viewer import ReminderChoice, ReminderChoicePayload

HOUR = timedelta(hours=1)
MAX_PER_ADDRESS = 120  # an hour


@strawberry.type
class ReminderQueries:
    """What the link of a reminder leads to."""

    @strawberry.field
    async def reminder_choice(self, info: Info, token: str) -> ReminderChoice | None:
        """How often the mailbox is reminded to which a reminder was sent; null: there is no such link. Nobody has to be
        signed in, and reading it changes nothing.

        token: What stands behind /reminders/ in the link of a reminder.
        """
        person = await _find(info.context, token)
        return ReminderChoice.of_link(person) if person else None


@strawberry.type
class ReminderMutations:
    """How often somebody wants to be reminded of the orders that wait for them."""

    @strawberry.mutation
    async def choose_reminders(self, info: Info, input: ChooseRemindersInput) -> ReminderChoicePayload:
        """Choose how often one is reminded of the orders that wait. For people who are signed in, but not by a link to
        one order; and for who has the link of a reminder, without signing in. Sent again, it changes nothing more.

        input: What is chosen, and by which link.
        """
        context, at = info.context, clock.now()
        if input.token is not None:
            person = await _find(context, input.token)
            if person is None:
                text = "This link does not exist. It may have been cut off."
                refused = errors_of(Refused(ErrorCode.LINK_UNKNOWN, text, ("token",)), context.language)
                return ReminderChoicePayload(reminder_choice=None, user_errors=refused)
            email, key = person.email, person.email_key
        else:
            try:
                reminder_rhythm.check(context.actor)
            except Unauthenticated:
                raise unauthenticated(context.language) from None
            except Forbidden:
                raise forbidden(context) from None
            email, key = context.actor.email, context.actor.email_key
        async with database.transaction():
            person = await reminder_rhythm.choose(email, key, input.rhythm, at, context.language)
        chosen = ReminderChoice.of_link(person) if input.token is not None else ReminderChoice.of(person)
        return ReminderChoicePayload(reminder_choice=chosen, user_errors=[])


async def _find(context: Context, token: str) -> RemindedPerson | None:
    await require("reminder-links", context.address, MAX_PER_ADDRESS, HOUR, clock.now())
    return await reminder_rhythm.find(token)
