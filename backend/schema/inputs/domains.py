"""Inputs of domains of organizations."""

import strawberry

from backend.schema.describe import input_


@input_
class OrganizationDomainInput:
    """A domain of an organization, or one that it wants.

    domain: The domain, such as example.com; to be added at most 231 characters in ASCII.
    """

    organization_id: strawberry.ID
    domain: str
