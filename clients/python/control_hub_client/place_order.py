from datetime import datetime
from typing import Optional

from .base_model import BaseModel
from .enums import OrderStatus, UserErrorCode


class PlaceOrder(BaseModel):
    place_order: "PlaceOrderPlaceOrder"


class PlaceOrderPlaceOrder(BaseModel):
    order: Optional["PlaceOrderPlaceOrderOrder"]
    user_errors: list["PlaceOrderPlaceOrderUserErrors"]


class PlaceOrderPlaceOrderOrder(BaseModel):
    id: str
    order_number: str
    test: bool
    status: OrderStatus
    deadline: Optional[datetime]


class PlaceOrderPlaceOrderUserErrors(BaseModel):
    code: UserErrorCode
    field: list[str]
    message: str


PlaceOrder.model_rebuild()
PlaceOrderPlaceOrder.model_rebuild()
