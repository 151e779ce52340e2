from datetime import datetime
from typing import Optional

from .base_model import BaseModel
from .enums import OrderRole, OrderStatus, ServiceKind, WizardStep


class WhatIsDue(BaseModel):
    order: Optional["WhatIsDueOrder"]


class WhatIsDueOrder(BaseModel):
    status: OrderStatus
    next_step: WizardStep
    allowed_mutations: list[str]
    waiting_for: Optional["WhatIsDueOrderWaitingFor"]
    requirements: "WhatIsDueOrderRequirements"


class WhatIsDueOrderWaitingFor(BaseModel):
    role: OrderRole
    since: datetime


class WhatIsDueOrderRequirements(BaseModel):
    currently_due: list["WhatIsDueOrderRequirementsCurrentlyDue"]


class WhatIsDueOrderRequirementsCurrentlyDue(BaseModel):
    step: WizardStep
    mutation: str
    field: list[str]
    message: str
    service: Optional["WhatIsDueOrderRequirementsCurrentlyDueService"]


class WhatIsDueOrderRequirementsCurrentlyDueService(BaseModel):
    id: str
    kind: ServiceKind


WhatIsDue.model_rebuild()
WhatIsDueOrder.model_rebuild()
WhatIsDueOrderRequirements.model_rebuild()
WhatIsDueOrderRequirementsCurrentlyDue.model_rebuild()
