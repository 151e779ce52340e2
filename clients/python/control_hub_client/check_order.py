from typing import Optional

from .base_model import BaseModel
from .enums import FindingSeverity, MatchOutcome, UserErrorCode


class CheckOrder(BaseModel):
    check_order: "CheckOrderCheckOrder"


class CheckOrderCheckOrder(BaseModel):
    user_errors: list["CheckOrderCheckOrderUserErrors"]
    findings: list["CheckOrderCheckOrderFindings"]
    customer: Optional["CheckOrderCheckOrderCustomer"]


class CheckOrderCheckOrderUserErrors(BaseModel):
    code: UserErrorCode
    field: list[str]
    message: str


class CheckOrderCheckOrderFindings(BaseModel):
    code: str
    severity: FindingSeverity
    field: list[str]
    message: str


class CheckOrderCheckOrderCustomer(BaseModel):
    outcome: MatchOutcome
    message: str


CheckOrder.model_rebuild()
CheckOrderCheckOrder.model_rebuild()
