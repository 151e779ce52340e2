from typing import Optional

from .base_model import BaseModel
from .enums import UserErrorCode


class SubmitService(BaseModel):
    submit_service: "SubmitServiceSubmitService"


class SubmitServiceSubmitService(BaseModel):
    order: Optional["SubmitServiceSubmitServiceOrder"]
    user_errors: list["SubmitServiceSubmitServiceUserErrors"]


class SubmitServiceSubmitServiceOrder(BaseModel):
    version: int


class SubmitServiceSubmitServiceUserErrors(BaseModel):
    code: UserErrorCode
    field: list[str]
    message: str


SubmitService.model_rebuild()
SubmitServiceSubmitService.model_rebuild()
