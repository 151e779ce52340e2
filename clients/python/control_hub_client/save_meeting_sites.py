from typing import Optional, Union

from .base_model import BaseModel
from .enums import UserErrorCode


class SaveMeetingSites(BaseModel):
    save_meeting_sites: "SaveMeetingSitesSaveMeetingSites"


class SaveMeetingSitesSaveMeetingSites(BaseModel):
    order: Optional["SaveMeetingSitesSaveMeetingSitesOrder"]
    user_errors: list[
        Union[
            "SaveMeetingSitesSaveMeetingSitesUserErrorsUserError",
            "SaveMeetingSitesSaveMeetingSitesUserErrorsSiteNameTaken",
        ]
    ]


class SaveMeetingSitesSaveMeetingSitesOrder(BaseModel):
    version: int


class SaveMeetingSitesSaveMeetingSitesUserErrorsUserError(BaseModel):
    code: UserErrorCode
    field: list[str]
    message: str


class SaveMeetingSitesSaveMeetingSitesUserErrorsSiteNameTaken(BaseModel):
    code: UserErrorCode
    field: list[str]
    message: str
    suggestions: list[str]


SaveMeetingSites.model_rebuild()
SaveMeetingSitesSaveMeetingSites.model_rebuild()
