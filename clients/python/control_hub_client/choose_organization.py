from typing import Optional

from .base_model import BaseModel
from .enums import UserErrorCode, WizardStep


class ChooseOrganization(BaseModel):
    choose_organization: "ChooseOrganizationChooseOrganization"


class ChooseOrganizationChooseOrganization(BaseModel):
    order: Optional["ChooseOrganizationChooseOrganizationOrder"]
    user_errors: list["ChooseOrganizationChooseOrganizationUserErrors"]


class ChooseOrganizationChooseOrganizationOrder(BaseModel):
    next_step: WizardStep


class ChooseOrganizationChooseOrganizationUserErrors(BaseModel):
    code: UserErrorCode
    field: list[str]
    message: str


ChooseOrganization.model_rebuild()
ChooseOrganizationChooseOrganization.model_rebuild()
