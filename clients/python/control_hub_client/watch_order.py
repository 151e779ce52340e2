from typing import Optional

from .base_model import BaseModel
from .enums import OrderStanding, OrderStatus, ServiceKind, ServiceState


class WatchOrder(BaseModel):
    order_changed: "WatchOrderOrderChanged"


class WatchOrderOrderChanged(BaseModel):
    status: OrderStatus
    standing: OrderStanding
    services: list["WatchOrderOrderChangedServices"]


class WatchOrderOrderChangedServices(BaseModel):
    kind: ServiceKind
    state: ServiceState
    progress: float
    steps: list["WatchOrderOrderChangedServicesSteps"]
    failure: Optional[str]


class WatchOrderOrderChangedServicesSteps(BaseModel):
    name: str
    state: ServiceState
    message: Optional[str]


WatchOrder.model_rebuild()
WatchOrderOrderChanged.model_rebuild()
WatchOrderOrderChangedServices.model_rebuild()
