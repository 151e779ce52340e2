"""What the API says of names that mean the same wherever they stand; a docstring that says something else wins."""

_TIME_ZONE = "Name of a time zone in the IANA database, such as Europe/Berlin; `timeZones` lists them."
_LANGUAGES = {
    "preferred_language": "Language of the location's users and devices: a code of `languages`, such as de_DE.",
    "announcement_language": "Language of announcements to callers: a code of `languages`, such as de_DE.",
}

INPUTS = {
    "order_id": "Global id of the order.",
    "organization_id": "Global id of the organization.",
    "webhook_id": "Global id of the webhook.",
    "expected_version": (
        "Version of the order as the caller last read it. If somebody has changed the same part of the order since, "
        "nothing is written and VERSION_CONFLICT says who and what. A version that the order has not reached is "
        "INVALID. Left out: no check."
    ),
    "reason": (
        "Why, at most 1,000 characters; the timeline shows it. Whoever may do this only as support must say it, "
        "others may."
    ),
    "first": "How many to return from the beginning: 0 to 100, 20 if left out.",
    "after": "Cursor of the row after which the page begins; left out: at the beginning.",
    "time_zone": f"{_TIME_ZONE} Old names are taken too.",
    **_LANGUAGES,
}
"""For fields of inputs and for arguments."""

OUTPUTS = {
    "time_zone": _TIME_ZONE,
    "time_zone_label": "City and country of the time zone in the language of the answer, such as Berlin, Germany.",
    "user_errors": "What was refused, all of it at once; then nothing was changed. Empty: it was done.",
    "cursor": "Opaque place of the row in its list: pass it as `after`, or as `before` where the list takes it.",
    "page_info": "Where the page begins and ends, and whether there is more.",
    **_LANGUAGES,
}
"""For fields of what is answered."""
