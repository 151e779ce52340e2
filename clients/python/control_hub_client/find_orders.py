from datetime import datetime
from typing import Optional

from .base_model import BaseModel
from .enums import OrderRole, OrderStatus


class FindOrders(BaseModel):
    orders: "FindOrdersOrders"
    viewer: Optional["FindOrdersViewer"]


class FindOrdersOrders(BaseModel):
    edges: list["FindOrdersOrdersEdges"]
    page_info: "FindOrdersOrdersPageInfo"


class FindOrdersOrdersEdges(BaseModel):
    node: "FindOrdersOrdersEdgesNode"


class FindOrdersOrdersEdgesNode(BaseModel):
    id: str
    order_number: str
    status: OrderStatus
    waiting_for: Optional["FindOrdersOrdersEdgesNodeWaitingFor"]
    undelivered_to: Optional[str]


class FindOrdersOrdersEdgesNodeWaitingFor(BaseModel):
    role: OrderRole
    since: datetime


class FindOrdersOrdersPageInfo(BaseModel):
    has_next_page: bool
    end_cursor: Optional[str]


class FindOrdersViewer(BaseModel):
    order_overview: "FindOrdersViewerOrderOverview"


class FindOrdersViewerOrderOverview(BaseModel):
    failed: int
    undelivered: int
    disputed: int
    due_this_week: int
    provisioning: int
    done: int


FindOrders.model_rebuild()
FindOrdersOrders.model_rebuild()
FindOrdersOrdersEdges.model_rebuild()
FindOrdersOrdersEdgesNode.model_rebuild()
FindOrdersViewer.model_rebuild()
