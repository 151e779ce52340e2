"""The timeline in words: what each kind of event says."""

from collections.abc import Mapping

from backend.language import text

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
    "step_finished": "{step}",
    "step_failed": "Failed: {step}",
    "service_provisioned": "{service} is provisioned",
    "service_failed": "{service} could not be provisioned",
    "order_completed": "Every service is provisioned",
    "mail_sent": "Email sent: {subject}",
    "mail_deferred": "Email deferred: {subject}",
    "mail_failed": "Email failed: {subject}",
    "administrator_requested": "Asked for full administrator rights",
    "request_approved": "Approved full administrator rights",
    "request_denied": "Denied full administrator rights",
    "request_expired": "The request for full administrator rights expired",
    "changed": "Changed the order",
}
_SERVICES = {"MEETINGS": "Meetings", "CALLING": "Calling", "MESSAGING": "Messaging"}


def summary(kind: str, values: Mapping[str, object], language: str) -> str:
    """One event in words."""
    places = {
        name: _SERVICES.get(str(value), str(value)) if name == "service" else value for name, value in values.items()
    }
    return text(language, WORDS.get(kind, WORDS["changed"]), **places)
