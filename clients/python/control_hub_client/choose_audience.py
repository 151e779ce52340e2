from typing import Optional

from .base_model import BaseModel
from .enums import UserErrorCode, WizardStep


class ChooseAudience(BaseModel):
    choose_audience: "ChooseAudienceChooseAudience"


class ChooseAudienceChooseAudience(BaseModel):
    order: Optional["ChooseAudienceChooseAudienceOrder"]
    user_errors: list["ChooseAudienceChooseAudienceUserErrors"]


class ChooseAudienceChooseAudienceOrder(BaseModel):
    next_step: WizardStep


class ChooseAudienceChooseAudienceUserErrors(BaseModel):
    code: UserErrorCode
    field: list[str]
    message: str


ChooseAudience.model_rebuild()
ChooseAudienceChooseAudience.model_rebuild()
