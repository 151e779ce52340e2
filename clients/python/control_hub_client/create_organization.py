from typing import Optional

from .base_model import BaseModel
from .enums import UserErrorCode, WizardStep


class CreateOrganization(BaseModel):
    create_organization: "CreateOrganizationCreateOrganization"


class CreateOrganizationCreateOrganization(BaseModel):
    order: Optional["CreateOrganizationCreateOrganizationOrder"]
    user_errors: list["CreateOrganizationCreateOrganizationUserErrors"]


class CreateOrganizationCreateOrganizationOrder(BaseModel):
    next_step: WizardStep
    customer_organization: Optional[
        "CreateOrganizationCreateOrganizationOrderCustomerOrganization"
    ]


class CreateOrganizationCreateOrganizationOrderCustomerOrganization(BaseModel):
    id: str
    display_name: str


class CreateOrganizationCreateOrganizationUserErrors(BaseModel):
    code: UserErrorCode
    field: list[str]
    message: str


CreateOrganization.model_rebuild()
CreateOrganizationCreateOrganization.model_rebuild()
CreateOrganizationCreateOrganizationOrder.model_rebuild()
