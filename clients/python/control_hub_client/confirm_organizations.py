from typing import Optional

from .base_model import BaseModel
from .enums import OrderStatus, ServiceKind, ServiceState, UserErrorCode


class ConfirmOrganizations(BaseModel):
    confirm_organizations: "ConfirmOrganizationsConfirmOrganizations"


class ConfirmOrganizationsConfirmOrganizations(BaseModel):
    order: Optional["ConfirmOrganizationsConfirmOrganizationsOrder"]
    user_errors: list["ConfirmOrganizationsConfirmOrganizationsUserErrors"]


class ConfirmOrganizationsConfirmOrganizationsOrder(BaseModel):
    status: OrderStatus
    services: list["ConfirmOrganizationsConfirmOrganizationsOrderServices"]


class ConfirmOrganizationsConfirmOrganizationsOrderServices(BaseModel):
    id: str
    kind: ServiceKind
    state: ServiceState


class ConfirmOrganizationsConfirmOrganizationsUserErrors(BaseModel):
    code: UserErrorCode
    field: list[str]
    message: str


ConfirmOrganizations.model_rebuild()
ConfirmOrganizationsConfirmOrganizations.model_rebuild()
ConfirmOrganizationsConfirmOrganizationsOrder.model_rebuild()
