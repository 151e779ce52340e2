from typing import Optional

from .base_model import BaseModel
from .enums import UserErrorCode


class SaveCallingLocation(BaseModel):
    save_calling_location: "SaveCallingLocationSaveCallingLocation"


class SaveCallingLocationSaveCallingLocation(BaseModel):
    order: Optional["SaveCallingLocationSaveCallingLocationOrder"]
    user_errors: list["SaveCallingLocationSaveCallingLocationUserErrors"]


class SaveCallingLocationSaveCallingLocationOrder(BaseModel):
    version: int


class SaveCallingLocationSaveCallingLocationUserErrors(BaseModel):
    code: UserErrorCode
    field: list[str]
    message: str


SaveCallingLocation.model_rebuild()
SaveCallingLocationSaveCallingLocation.model_rebuild()
