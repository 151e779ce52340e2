from .base_model import BaseModel


class SearchOrganizations(BaseModel):
    search_organizations: "SearchOrganizationsSearchOrganizations"


class SearchOrganizationsSearchOrganizations(BaseModel):
    edges: list["SearchOrganizationsSearchOrganizationsEdges"]


class SearchOrganizationsSearchOrganizationsEdges(BaseModel):
    node: "SearchOrganizationsSearchOrganizationsEdgesNode"


class SearchOrganizationsSearchOrganizationsEdgesNode(BaseModel):
    organization: "SearchOrganizationsSearchOrganizationsEdgesNodeOrganization"
    evidence: list["SearchOrganizationsSearchOrganizationsEdgesNodeEvidence"]


class SearchOrganizationsSearchOrganizationsEdgesNodeOrganization(BaseModel):
    id: str
    display_name: str


class SearchOrganizationsSearchOrganizationsEdgesNodeEvidence(BaseModel):
    message: str


SearchOrganizations.model_rebuild()
SearchOrganizationsSearchOrganizations.model_rebuild()
SearchOrganizationsSearchOrganizationsEdges.model_rebuild()
SearchOrganizationsSearchOrganizationsEdgesNode.model_rebuild()
