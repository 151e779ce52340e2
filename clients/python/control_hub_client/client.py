from collections.abc import AsyncIterator
from typing import Any, Optional, Union

from .advance_test_order import AdvanceTestOrder
from .async_base_client import AsyncBaseClient
from .base_model import UNSET, UnsetType
from .check_order import CheckOrder
from .choose_audience import ChooseAudience
from .choose_organization import ChooseOrganization
from .confirm_organizations import ConfirmOrganizations
from .create_organization import CreateOrganization
from .enums import OrganizationType
from .find_orders import FindOrders
from .get_order import GetOrder
from .input_types import (
    AdvanceTestOrderInput,
    ChooseAudienceInput,
    ChooseOrganizationInput,
    ConfirmOrganizationsInput,
    CreateOrganizationInput,
    PlaceOrderInput,
    SaveCallingLocationInput,
    SaveMeetingSitesInput,
    ServiceInput,
)
from .place_order import PlaceOrder
from .save_calling_location import SaveCallingLocation
from .save_meeting_sites import SaveMeetingSites
from .search_organizations import SearchOrganizations
from .submit_service import SubmitService
from .watch_order import WatchOrder
from .watch_orders import WatchOrders
from .what_is_due import WhatIsDue


def gql(q: str) -> str:
    return q


class ControlHub(AsyncBaseClient):
    async def check_order(self, input: PlaceOrderInput, **kwargs: Any) -> CheckOrder:
        query = gql("""
            query CheckOrder($input: PlaceOrderInput!) {
              checkOrder(input: $input) {
                userErrors {
                  code
                  field
                  message
                }
                findings {
                  code
                  severity
                  field
                  message
                }
                customer {
                  outcome
                  message
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query, operation_name="CheckOrder", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return CheckOrder.model_validate(data)

    async def place_order(self, input: PlaceOrderInput, **kwargs: Any) -> PlaceOrder:
        query = gql("""
            mutation PlaceOrder($input: PlaceOrderInput!) {
              placeOrder(input: $input) {
                order {
                  id
                  orderNumber
                  test
                  status
                  deadline
                }
                userErrors {
                  code
                  field
                  message
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query, operation_name="PlaceOrder", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return PlaceOrder.model_validate(data)

    async def what_is_due(self, id: str, **kwargs: Any) -> WhatIsDue:
        query = gql("""
            query WhatIsDue($id: ID!) {
              order(id: $id) {
                status
                nextStep
                allowedMutations
                waitingFor {
                  role
                  since
                }
                requirements {
                  currentlyDue {
                    step
                    mutation
                    field
                    message
                    service {
                      id
                      kind
                    }
                  }
                }
              }
            }
            """)
        variables: dict[str, object] = {"id": id}
        response = await self.execute(
            query=query, operation_name="WhatIsDue", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return WhatIsDue.model_validate(data)

    async def choose_audience(
        self, input: ChooseAudienceInput, **kwargs: Any
    ) -> ChooseAudience:
        query = gql("""
            mutation ChooseAudience($input: ChooseAudienceInput!) {
              chooseAudience(input: $input) {
                order {
                  nextStep
                }
                userErrors {
                  code
                  field
                  message
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query, operation_name="ChooseAudience", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return ChooseAudience.model_validate(data)

    async def search_organizations(
        self, id: str, slot: OrganizationType, domain: str, **kwargs: Any
    ) -> SearchOrganizations:
        query = gql("""
            query SearchOrganizations($id: ID!, $slot: OrganizationType!, $domain: String!) {
              searchOrganizations(orderId: $id, slot: $slot, domain: $domain) {
                edges {
                  node {
                    organization {
                      id
                      displayName
                    }
                    evidence {
                      message
                    }
                  }
                }
              }
            }
            """)
        variables: dict[str, object] = {"id": id, "slot": slot, "domain": domain}
        response = await self.execute(
            query=query,
            operation_name="SearchOrganizations",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return SearchOrganizations.model_validate(data)

    async def choose_organization(
        self, input: ChooseOrganizationInput, **kwargs: Any
    ) -> ChooseOrganization:
        query = gql("""
            mutation ChooseOrganization($input: ChooseOrganizationInput!) {
              chooseOrganization(input: $input) {
                order {
                  nextStep
                }
                userErrors {
                  code
                  field
                  message
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query,
            operation_name="ChooseOrganization",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return ChooseOrganization.model_validate(data)

    async def create_organization(
        self, input: CreateOrganizationInput, **kwargs: Any
    ) -> CreateOrganization:
        query = gql("""
            mutation CreateOrganization($input: CreateOrganizationInput!) {
              createOrganization(input: $input) {
                order {
                  nextStep
                  customerOrganization {
                    id
                    displayName
                  }
                }
                userErrors {
                  code
                  field
                  message
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query,
            operation_name="CreateOrganization",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return CreateOrganization.model_validate(data)

    async def confirm_organizations(
        self, input: ConfirmOrganizationsInput, **kwargs: Any
    ) -> ConfirmOrganizations:
        query = gql("""
            mutation ConfirmOrganizations($input: ConfirmOrganizationsInput!) {
              confirmOrganizations(input: $input) {
                order {
                  status
                  services {
                    id
                    kind
                    state
                  }
                }
                userErrors {
                  code
                  field
                  message
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query,
            operation_name="ConfirmOrganizations",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return ConfirmOrganizations.model_validate(data)

    async def save_meeting_sites(
        self, input: SaveMeetingSitesInput, **kwargs: Any
    ) -> SaveMeetingSites:
        query = gql("""
            mutation SaveMeetingSites($input: SaveMeetingSitesInput!) {
              saveMeetingSites(input: $input) {
                order {
                  version
                }
                userErrors {
                  code
                  field
                  message
                  ... on SiteNameTaken {
                    suggestions
                  }
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query,
            operation_name="SaveMeetingSites",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return SaveMeetingSites.model_validate(data)

    async def save_calling_location(
        self, input: SaveCallingLocationInput, **kwargs: Any
    ) -> SaveCallingLocation:
        query = gql("""
            mutation SaveCallingLocation($input: SaveCallingLocationInput!) {
              saveCallingLocation(input: $input) {
                order {
                  version
                }
                userErrors {
                  code
                  field
                  message
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query,
            operation_name="SaveCallingLocation",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return SaveCallingLocation.model_validate(data)

    async def submit_service(self, input: ServiceInput, **kwargs: Any) -> SubmitService:
        query = gql("""
            mutation SubmitService($input: ServiceInput!) {
              submitService(input: $input) {
                order {
                  version
                }
                userErrors {
                  code
                  field
                  message
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query, operation_name="SubmitService", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return SubmitService.model_validate(data)

    async def watch_order(self, id: str, **kwargs: Any) -> AsyncIterator[WatchOrder]:
        query = gql("""
            subscription WatchOrder($id: ID!) {
              orderChanged(orderId: $id) {
                status
                standing
                services {
                  kind
                  state
                  progress
                  steps {
                    name
                    state
                    message
                  }
                  failure
                }
              }
            }
            """)
        variables: dict[str, object] = {"id": id}
        async for data in self.execute_ws(
            query=query, operation_name="WatchOrder", variables=variables, **kwargs
        ):
            yield WatchOrder.model_validate(data)

    async def watch_orders(self, **kwargs: Any) -> AsyncIterator[WatchOrders]:
        query = gql("""
            subscription WatchOrders {
              orderChanged {
                id
                orderNumber
                status
                standing
                waitingFor {
                  role
                  since
                }
              }
            }
            """)
        variables: dict[str, object] = {}
        async for data in self.execute_ws(
            query=query, operation_name="WatchOrders", variables=variables, **kwargs
        ):
            yield WatchOrders.model_validate(data)

    async def get_order(self, id: str, **kwargs: Any) -> GetOrder:
        query = gql("""
            query GetOrder($id: ID!) {
              order(id: $id) {
                status
                summaryUrl
                services {
                  kind
                  state
                }
              }
            }
            """)
        variables: dict[str, object] = {"id": id}
        response = await self.execute(
            query=query, operation_name="GetOrder", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return GetOrder.model_validate(data)

    async def find_orders(
        self, text: str, after: Union[Optional[str], UnsetType] = UNSET, **kwargs: Any
    ) -> FindOrders:
        query = gql("""
            query FindOrders($text: String!, $after: String) {
              orders(first: 20, after: $after, filter: {text: $text}, sort: UPDATED_NEWEST) {
                edges {
                  node {
                    id
                    orderNumber
                    status
                    waitingFor {
                      role
                      since
                    }
                    undeliveredTo
                  }
                }
                pageInfo {
                  hasNextPage
                  endCursor
                }
              }
              viewer {
                orderOverview {
                  failed
                  undelivered
                  disputed
                  dueThisWeek
                  provisioning
                  done
                }
              }
            }
            """)
        variables: dict[str, object] = {"text": text, "after": after}
        response = await self.execute(
            query=query, operation_name="FindOrders", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return FindOrders.model_validate(data)

    async def advance_test_order(
        self, input: AdvanceTestOrderInput, **kwargs: Any
    ) -> AdvanceTestOrder:
        query = gql("""
            mutation AdvanceTestOrder($input: AdvanceTestOrderInput!) {
              advanceTestOrder(input: $input) {
                order {
                  status
                  emails {
                    kind
                    state
                    subject
                    text
                    links
                  }
                }
                userErrors {
                  code
                  field
                  message
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query,
            operation_name="AdvanceTestOrder",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return AdvanceTestOrder.model_validate(data)
