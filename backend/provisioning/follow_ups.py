"""What is left to do after setup: one person ticks it off for everybody who works on the order."""

from backend.models.order import EventKind
from backend.provisioning.act import Act
from backend.provisioning.journey import FollowUpKind, follow_ups
from backend.refusals import ErrorCode, Refused


async def tick(act: Act, kind: FollowUpKind, *, done: bool) -> None:
    """Tick it off, or take the tick back; what is so already stays so."""
    if kind not in follow_ups(act.order):
        raise Refused(ErrorCode.INVALID, "This is not among what follows for this order.", ("followUp",))
    act.outcome = act.order
    ticked = act.order.follow_ups_done.split()
    if done is (kind in ticked):
        return
    act.set(follow_ups_done=" ".join([*ticked, kind] if done else [one for one in ticked if one != kind]))
    act.record_event(EventKind.FOLLOW_UP_DONE if done else EventKind.FOLLOW_UP_OPEN, follow_up=kind.value)
