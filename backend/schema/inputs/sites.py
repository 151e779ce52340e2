"""Inputs of sites after setup."""

import strawberry

from backend.schema.describe import input_


@input_
class AddMeetingSiteInput:
    """A site for an organization that has some.

    site_name: What stands before .webex.com: 2 to 60 letters a to z, digits and single hyphens, with a letter or digit
        at each end. It never changes.
    early_release: Whether the site gets features before the normal deployment cycle. It never changes.
    """

    organization_id: strawberry.ID
    site_name: str
    time_zone: str
    early_release: bool = False


@input_
class UpdateMeetingSiteInput:
    """The time zone of a site; its name and release schedule can't change.

    site_id: Global id of one of the organization's sites.
    """

    site_id: strawberry.ID
    time_zone: str


@input_
class RemoveMeetingSiteInput:
    """A site to remove.

    site_id: Global id of one of the organization's sites: not the primary one, not the last, none with licenses.
    """

    site_id: strawberry.ID
