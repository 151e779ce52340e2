"""What is still required of an order."""

from datetime import datetime

from backend.graphql_server.directives import lists, part
from backend.provisioning.journey import WizardStep
from backend.schema.describe import type_
from backend.schema.errors import UserError
from backend.schema.service import Service


@part
@type_
class Requirement:
    """Something that has to be entered or decided.

    step: The page of the wizard.
    field: The path below the mutation's input.
    mutation: The mutation that takes it.
    message: In words.
    service: The service it is about.
    """

    step: WizardStep
    field: list[str]
    mutation: str
    message: str
    service: Service | None


@part
@lists(currently_due=20, eventually_due=20, errors=5)
@type_
class Requirements:
    """What is needed to finish the order. Whoever follows it with the contact's session finishes the order.

    currently_due: What can and has to be done now.
    eventually_due: What will be due later, or was put aside.
    deadline: By when the order has to be mapped.
    errors: What was saved and no longer holds.
    """

    currently_due: list[Requirement]
    eventually_due: list[Requirement]
    deadline: datetime | None
    errors: list[UserError]
