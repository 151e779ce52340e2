"""What somebody typed on a page of the wizard and did not save yet, as the API shows it to them."""

from datetime import datetime

from backend.graphql_server.directives import weighs
from backend.provisioning.access import Visibility
from backend.provisioning.journey import WizardStep
from backend.provisioning.typed_steps import TypedStep as TypedStepRecord
from backend.schema.describe import type_
from backend.schema.errors import UserError


@weighs("5")  # it may be as long as twenty orders
@type_
class TypedStep:
    """What the viewer typed on a page of the wizard and did not save yet. Nobody else sees it: no other person of the
    order, no support, no program. It ends when they save or discard it, when the order is COMPLETED, CLOSED or
    CANCELLED, and when they lose their part in it.

    step: The page that it was typed on.
    entries: What was typed: a JSON object, as text, at most 131,072 bytes, as keepTypedStep wrote it.
    version: The order's version when they began to type.
    revision: Names this state of what was typed; for keepTypedStep and discardTypedStep.
    typed_at: When it was typed.
    saved_by: Address of who saved the page last since then; null: nobody did. What was typed may not fit any more.
    saved_at: When that was; null: nobody saved it.
    """

    step: WizardStep
    entries: str
    version: int
    revision: str
    typed_at: datetime
    saved_by: str | None
    saved_at: datetime | None

    @classmethod
    def of(cls, typed: TypedStepRecord, visibility: Visibility) -> "TypedStep":
        """From its row."""
        return cls(
            step=typed.step,
            entries=typed.entries,
            version=typed.version,
            revision=typed.revision,
            typed_at=typed.typed_at,
            saved_by=visibility.address(typed.saved_by) if typed.saved_by else None,
            saved_at=typed.saved_at,
        )


@type_
class TypedStepPayload:
    """What keeping or discarding what was typed came to.

    typed_step: What is kept now, also after a refusal: what was typed elsewhere, if that was newer; null: nothing.
    """

    typed_step: TypedStep | None
    user_errors: list[UserError]
