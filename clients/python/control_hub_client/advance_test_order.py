from typing import Optional

from .base_model import BaseModel
from .enums import EmailKind, EmailState, OrderStatus, UserErrorCode


class AdvanceTestOrder(BaseModel):
    advance_test_order: "AdvanceTestOrderAdvanceTestOrder"


class AdvanceTestOrderAdvanceTestOrder(BaseModel):
    order: Optional["AdvanceTestOrderAdvanceTestOrderOrder"]
    user_errors: list["AdvanceTestOrderAdvanceTestOrderUserErrors"]


class AdvanceTestOrderAdvanceTestOrderOrder(BaseModel):
    status: OrderStatus
    emails: list["AdvanceTestOrderAdvanceTestOrderOrderEmails"]


class AdvanceTestOrderAdvanceTestOrderOrderEmails(BaseModel):
    kind: EmailKind
    state: EmailState
    subject: str
    text: Optional[str]
    links: list[str]


class AdvanceTestOrderAdvanceTestOrderUserErrors(BaseModel):
    code: UserErrorCode
    field: list[str]
    message: str


AdvanceTestOrder.model_rebuild()
AdvanceTestOrderAdvanceTestOrder.model_rebuild()
AdvanceTestOrderAdvanceTestOrderOrder.model_rebuild()
