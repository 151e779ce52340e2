"""The timeline in words: what each kind of event says."""

from collections.abc import Mapping

from backend.language import relayed, text
from backend.models.service import StepKind

WORDS = {
    "order_placed": "Placed the order",
    "order_started": "Asked the contact for provisioning information",
    "order_rescheduled": "Moved the start date to {day}",
    "order_cancelled": "Cancelled the order",
    "order_reopened": "Reopened the order",
    "order_closed": "Closed the order: the deadline passed",
    "contact_changed": "Changed the contact from {before} to {after}",
    "order_taken_back": "Took the order back from {before}",
    "setup_mail_resent": "Sent the setup email again to {to}",
    "audience_chosen": "Said for whom the order is",
    "organization_chosen": "Chose {organization}",
    "organization_created": "Created {organization}",
    "organizations_searched": "Searched for organizations of {domain}",
    "organizations_confirmed": "Confirmed the organizations",
    "mapping_undone": "Undid the mapping",
    "mapping_disputed": "Disputed the mapping",
    "dispute_upheld": "Upheld the dispute",
    "dispute_dismissed": "Dismissed the dispute",
    "handed_over": "Asked {customer} to set up the services",
    "hand_over_taken_back": "Took service setup back",
    "set_up_now": "Started {service}",
    "set_up_later": "Set {service} aside for later",
    "sites_saved": "Saved the sites",
    "licenses_distributed": "Distributed the licenses",
    "location_saved": "Saved the headquarters location",
    "location_added": "Added the location {location}",
    "location_changed": "Changed the location {location}",
    "service_submitted": "Closed {service}: setup started",
    "service_retried": "Tried {service} again",
    "service_provisioned": "{service} is provisioned",
    "service_failed": "{service} could not be provisioned",
    "order_completed": "Every service is provisioned",
    "mail_sent": "Email sent: {subject}",
    "mail_deferred": "Email deferred: {subject}",
    "mail_failed": "Email failed: {subject}",
    "reminded": "Reminded {to}",
    "customer_reminded": "Reminded the customer’s administrators",
    "administrator_requested": "Asked for full administrator rights",
    "request_approved": "Approved full administrator rights",
    "request_denied": "Denied full administrator rights",
    "request_expired": "The request for full administrator rights expired",
    "changed": "Changed the order",
}
STEPS = {
    StepKind.CREATE_SITE: "Create {name}.webex.com",
    StepKind.ASSIGN_LICENSES: "Assign the licenses of {name}.webex.com",
    StepKind.CREATE_LOCATION: "Create the location {name}",
    StepKind.UPDATE_LOCATION: "Change the location {name}",
    StepKind.SET_DEFAULT_LOCATION: "Make {name} the default location",
    StepKind.ENABLE_SERVICE: "Enable Messaging",
}
FINISHED = {
    StepKind.CREATE_SITE: "Created {name}.webex.com",
    StepKind.ASSIGN_LICENSES: "Assigned the licenses of {name}.webex.com",
    StepKind.CREATE_LOCATION: "Created the location {name}",
    StepKind.UPDATE_LOCATION: "Changed the location {name}",
    StepKind.SET_DEFAULT_LOCATION: "Made {name} the default location",
    StepKind.ENABLE_SERVICE: "Enabled Messaging",
}
_SERVICES = {"MEETINGS": "Meetings", "CALLING": "Calling", "MESSAGING": "Messaging"}


def step(kind: StepKind, name: str, language: str) -> str:
    """What a provisioning step does, in words."""
    return text(language, STEPS[kind], name=name)


def summary(kind: str, values: Mapping[str, object], language: str) -> str:
    """One event in words."""
    if kind == "step_finished":
        return text(language, FINISHED[StepKind(str(values["step"]))], name=values["name"])
    if kind == "step_failed":
        failed = step(StepKind(str(values["step"])), str(values["name"]), language)
        return text(language, "Failed: {step}", step=failed)
    places = {name: _SERVICES.get(str(value), value) if name == "service" else value for name, value in values.items()}
    return text(language, WORDS.get(kind, WORDS["changed"]), **places)


def reason(values: Mapping[str, object], language: str) -> str | None:
    """Why it happened: what the person gave as the reason, or what a failed step said."""
    if "reason" in values:
        return str(values["reason"])
    return relayed(language, str(values["message"])) if values.get("message") else None
