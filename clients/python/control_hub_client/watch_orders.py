from datetime import datetime
from typing import Optional

from .base_model import BaseModel
from .enums import OrderRole, OrderStanding, OrderStatus


class WatchOrders(BaseModel):
    order_changed: "WatchOrdersOrderChanged"


class WatchOrdersOrderChanged(BaseModel):
    id: str
    order_number: str
    status: OrderStatus
    standing: OrderStanding
    waiting_for: Optional["WatchOrdersOrderChangedWaitingFor"]


class WatchOrdersOrderChangedWaitingFor(BaseModel):
    role: OrderRole
    since: datetime


WatchOrders.model_rebuild()
WatchOrdersOrderChanged.model_rebuild()
