"""Inputs of reminders."""

from backend.models.person import ReminderRhythm
from backend.schema.describe import input_


@input_
class ChooseRemindersInput:
    """How often somebody wants to be reminded of the orders that wait for them.

    rhythm: What they choose; null or left out: nothing, so that it depends on how many orders wait.
    token: What stands behind /reminders/ in the link of a reminder: it is chosen for the mailbox that got it; null or
        left out: for the own mailbox of who is signed in.
    """

    rhythm: ReminderRhythm | None = None
    token: str | None = None
