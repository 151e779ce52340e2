"""Inputs of Meetings."""

import strawberry

from backend.schema.describe import input_


@input_
class SiteInput:
    """A Webex site as it shall be.

    With the name or the id of a site that the customer organization has, the order uses that site: it gets licenses;
    its name, time zone and release schedule stay, whatever the other fields say.

    site_name: What stands before .webex.com: 2 to 60 letters a to z, digits and single hyphens, with a letter or digit
        at each end.
    early_release: Whether the site gets features before the normal deployment cycle; final once provisioned.
    existing_site_id: Global id of one of `existingSites`; null: a new site, or one of them by its name.
    """

    site_name: str
    time_zone: str
    early_release: bool
    existing_site_id: strawberry.ID | None = None


@input_
class SaveMeetingSitesInput:
    """The sites of Meetings as they shall be.

    service_id: Global id of the Meetings service.
    sites: All sites, 1 to 50 with different names; the first new one becomes primary where the organization has no
        primary site.
    """

    service_id: strawberry.ID
    sites: list[SiteInput]
    expected_version: int | None = None


@input_
class AllocationInput:
    """Units of a license for a site.

    site_name: Name of one of the sites that were saved.
    license_id: Global id of a license that is split over sites; at most once for each site.
    units: How many of its units the site gets: a whole number, 0 or more.
    """

    site_name: str
    license_id: strawberry.ID
    units: int


@input_
class DistributeLicensesInput:
    """The split of the licenses over the sites.

    service_id: Global id of the Meetings service.
    allocations: The units of each site and license, 0 where none are given; those of a license sum to its total, and no
        site goes without any.
    """

    service_id: strawberry.ID
    allocations: list[AllocationInput]
    expected_version: int | None = None


@input_
class MoveLicensesInput:
    """The split of an order's licenses over the sites of its organization, once Meetings is provisioned.

    service_id: Global id of the Meetings service.
    allocations: The units of each site and license, 0 where none are given; those of a license sum to its total. The
        sites are those that the order's organization has; a site may go without.
    """

    service_id: strawberry.ID
    allocations: list[AllocationInput]
    expected_version: int | None = None
