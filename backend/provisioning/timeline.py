"""The timeline in words: what each kind of event says."""

from collections.abc import Mapping
from datetime import timedelta

import msgspec
from babel.lists import format_list
from babel.units import format_unit

from backend.language import region, text, translate_external
from backend.models.order import EventKind
from backend.models.service import StepKind
from backend.provisioning.journey import FollowUpKind
from backend.reference.time_zones import time_zone_label

WORDS = {
    EventKind.ORDER_PLACED: "Placed the order",
    EventKind.ORDER_STARTED: "Asked the contact for provisioning information",
    EventKind.ORDER_RESCHEDULED: "Moved the start date to {day}",
    EventKind.ORDER_CANCELLED: "Cancelled the order",
    EventKind.ORDER_REOPENED: "Reopened the order",
    EventKind.ORDER_ADVANCED: "Let time pass for the test order: {by}",
    EventKind.ORDER_CLOSED: "Closed the order: the deadline passed",
    EventKind.CONTACT_CHANGED: "Changed the contact from {before} to {after}",
    EventKind.ORDER_TAKEN_BACK: "Took the order back from {before}",
    EventKind.SETUP_MAIL_RESENT: "Sent the welcome email again to {to}",
    EventKind.AUDIENCE_CHOSEN: "Chose who the order is for",
    EventKind.ORGANIZATION_CHOSEN: "Chose {organization}",
    EventKind.ORGANIZATION_CREATED: "Created {organization}",
    EventKind.ORGANIZATIONS_SEARCHED: "Searched for organizations of {domain}",
    EventKind.ORGANIZATIONS_CONFIRMED: "Confirmed the organizations",
    EventKind.MAPPING_UNDONE: "Undid the mapping",
    EventKind.MAPPING_DISPUTED: "Disputed the mapping",
    EventKind.DISPUTE_UPHELD: "Upheld the dispute",
    EventKind.DISPUTE_DISMISSED: "Dismissed the dispute",
    EventKind.HANDED_OVER: "Asked {customer} to set up the services",
    EventKind.HAND_OVER_TAKEN_BACK: "Took service setup back",
    EventKind.SET_UP_NOW: "Started {service}",
    EventKind.SET_UP_LATER: "Set {service} aside for later",
    EventKind.SITES_SAVED: "Saved the sites",
    EventKind.LICENSES_DISTRIBUTED: "Distributed the licenses",
    EventKind.LICENSES_MOVED: "Moved licenses between sites",
    EventKind.SITE_ZONE_CHANGED: "The time zone of {site} is now {after}",
    EventKind.SITE_REMOVED: "{site} is removed",
    EventKind.LOCATION_SAVED: "Saved the headquarters location",
    EventKind.LOCATION_ADDED: "Added the location {location}",
    EventKind.LOCATION_CHANGED: "Changed the location {location}",
    EventKind.SERVICE_SUBMITTED: "Submitted {service}: setup started",
    EventKind.SERVICE_RETRIED: "Tried {service} again",
    EventKind.SERVICE_DELEGATED: "Asked {delegate} to set up {service}",
    EventKind.SERVICE_TAKEN_BACK: "Took {service} back from {delegate}",
    EventKind.SERVICE_PROVISIONED: "{service} is provisioned",
    EventKind.SERVICE_FAILED: "{service} could not be provisioned",
    EventKind.ORDER_COMPLETED: "Every service is provisioned",
    EventKind.MAIL_SENT: "Email sent: {subject}",
    EventKind.MAIL_DEFERRED: "Email deferred: {subject}",
    EventKind.MAIL_FAILED: "Email failed: {subject}",
    EventKind.MAIL_GATHERED: "Held an email back to send it with others: its recipient gets many",
    EventKind.REMINDED: "Wrote a reminder to {to}",
    EventKind.CUSTOMER_REMINDED: "Wrote a reminder to the customer’s administrators",
    EventKind.REMINDER_DROPPED: "Did not send the reminder to {to}: no longer needed, or wanted another way",
    EventKind.ADMINISTRATOR_REQUESTED: "Asked for full administrator privileges",
    EventKind.REQUEST_APPROVED: "Approved full administrator privileges",
    EventKind.REQUEST_DENIED: "Denied full administrator privileges",
    EventKind.REQUEST_EXPIRED: "The request for full administrator privileges expired",
    EventKind.PARTNER_ACCESS_ENDED: "Ended the access of {partner}",
    EventKind.PARTNER_ACCESS_GRANTED: "Gave {partner} access again",
    EventKind.FOLLOW_UP_DONE: "Ticked off: {follow_up}",
    EventKind.FOLLOW_UP_OPEN: "Took the tick back: {follow_up}",
    EventKind.ORGANIZATIONS_MERGED: "Merged the duplicate organization {duplicate} into {survivor}",
    EventKind.MERGE_UNDONE: "Undid the merge: {duplicate} is a separate organization again",
    EventKind.VIEWED_AS: "Looked at the order as {person} sees it",
    EventKind.HISTORY_DELETED: "Deleted what happened before: the order ended long ago",
    EventKind.CHANGED: "Changed the order",
}
STEPS = {
    StepKind.CREATE_SITE: "Create {name}.webex.com",
    StepKind.ASSIGN_LICENSES: "Assign the licenses of {name}.webex.com",
    StepKind.CREATE_LOCATION: "Create the location {name}",
    StepKind.UPDATE_LOCATION: "Change the location {name}",
    StepKind.SET_DEFAULT_LOCATION: "Make {name} the default location",
    StepKind.ENABLE_SERVICE: "Enable {name}",
    StepKind.UPDATE_SITE: "Change the time zone of {name}.webex.com",
    StepKind.REMOVE_SITE: "Remove {name}.webex.com",
}
FINISHED = {
    StepKind.CREATE_SITE: "Created {name}.webex.com",
    StepKind.ASSIGN_LICENSES: "Assigned the licenses of {name}.webex.com",
    StepKind.CREATE_LOCATION: "Created the location {name}",
    StepKind.UPDATE_LOCATION: "Changed the location {name}",
    StepKind.SET_DEFAULT_LOCATION: "Made {name} the default location",
    StepKind.ENABLE_SERVICE: "Enabled {name}",
    StepKind.UPDATE_SITE: "Changed the time zone of {name}.webex.com",
    StepKind.REMOVE_SITE: "Removed {name}.webex.com",
}
# By the stored text: a newer process beside this one may have written a kind that is not known here yet.
_WORDS = {str(kind): words for kind, words in WORDS.items()}
FOLLOW_UPS = {
    FollowUpKind.ASSIGN_PEOPLE: "Assign people",
    FollowUpKind.CHECK_NUMBERS: "Check numbers",
    FollowUpKind.JOIN_TEST_MEETING: "Join a test meeting",
    FollowUpKind.INVITE_ADMINISTRATOR: "Invite an administrator",
}
SERVICES = {"MEETINGS": "Meetings", "CALLING": "Calling", "MESSAGING": "Messaging"}


def step(kind: StepKind, name: str, language: str) -> str:
    """What a provisioning step does, in words."""
    return text(language, STEPS[kind], name=_named(kind, name))


def _named(kind: StepKind, name: str) -> str:
    return SERVICES.get(name, name) if kind is StepKind.ENABLE_SERVICE else name


def summary(kind: str, values: Mapping[str, object], language: str) -> str:
    """One event in words."""
    if kind == EventKind.STEP_FINISHED:
        kind_of_step = StepKind(str(values["step"]))
        return text(language, FINISHED[kind_of_step], name=_named(kind_of_step, str(values["name"])))
    if kind == EventKind.STEP_FAILED:
        failed = step(StepKind(str(values["step"])), str(values["name"]), language)
        return text(language, "Failed: {step}", step=failed)
    if kind in {EventKind.FOLLOW_UP_DONE, EventKind.FOLLOW_UP_OPEN}:
        what = text(language, FOLLOW_UPS[FollowUpKind(str(values["follow_up"]))])
        return text(language, _WORDS[kind], follow_up=what)
    if kind == EventKind.ORDER_ADVANCED:
        values = dict(values) | {"by": _duration(str(values["by"]), language)}
    if kind == EventKind.SITE_ZONE_CHANGED:
        values = zones_named(values, language)
    places = {name: SERVICES.get(str(value), value) if name == "service" else value for name, value in values.items()}
    return text(language, _WORDS.get(kind, WORDS[EventKind.CHANGED]), **places)


def _duration(by: str, language: str) -> str:
    """A duration such as P1DT12H in words: "1 day and 12 hours"; what is shorter than a second is left out."""
    seconds = int(msgspec.convert(by, timedelta).total_seconds())
    hours, minutes = divmod(seconds // 60, 60)
    parts = {"day": hours // 24, "hour": hours % 24, "minute": minutes, "second": seconds % 60}
    locale = region(language)
    said = [format_unit(count, f"duration-{unit}", locale=locale) for unit, count in parts.items() if count]
    return str(format_list(said, locale=locale)) if said else by


def zones_named(values: Mapping[str, object], language: str) -> dict[str, object]:
    """What is told of a change of a time zone, with the names of the zones."""
    names = {name: time_zone_label(str(values[name]), language) for name in ("before", "after") if values.get(name)}
    return dict(values) | names


def reason(values: Mapping[str, object], language: str) -> str | None:
    """Why it happened: what the person gave as the reason, or what a failed step said."""
    if "reason" in values:
        return str(values["reason"])
    return translate_external(language, str(values["message"])) if values.get("message") else None
