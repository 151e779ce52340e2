from typing import Optional

from .base_model import BaseModel
from .enums import OrderStatus, ServiceKind, ServiceState


class GetOrder(BaseModel):
    order: Optional["GetOrderOrder"]


class GetOrderOrder(BaseModel):
    status: OrderStatus
    summary_url: Optional[str]
    services: list["GetOrderOrderServices"]


class GetOrderOrderServices(BaseModel):
    kind: ServiceKind
    state: ServiceState


GetOrder.model_rebuild()
GetOrderOrder.model_rebuild()
