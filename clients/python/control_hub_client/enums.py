from enum import Enum


class Audience(str, Enum):
    CUSTOMER = "CUSTOMER"
    OWN_COMPANY = "OWN_COMPANY"

    @classmethod
    def _missing_(cls, value: object) -> "Audience | None":
        """A value that is newer than this client: it compares with its text."""
        if not isinstance(value, str):
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = unknown._value_ = value
        return unknown


class EmailKind(str, Enum):
    SETUP = "SETUP"
    SIGN_IN_CODE = "SIGN_IN_CODE"
    DELEGATION_NOTICE = "DELEGATION_NOTICE"
    HAND_OVER = "HAND_OVER"
    SUBSCRIPTION_ADDED = "SUBSCRIPTION_ADDED"
    REMINDER = "REMINDER"
    COMPLETION = "COMPLETION"
    ADMINISTRATOR_REQUEST = "ADMINISTRATOR_REQUEST"
    SERVICE_DELEGATION = "SERVICE_DELEGATION"
    NOTICE = "NOTICE"

    @classmethod
    def _missing_(cls, value: object) -> "EmailKind | None":
        """A value that is newer than this client: it compares with its text."""
        if not isinstance(value, str):
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = unknown._value_ = value
        return unknown


class EmailState(str, Enum):
    QUEUED = "QUEUED"
    SENT = "SENT"
    DEFERRED = "DEFERRED"
    FAILED = "FAILED"
    KEPT = "KEPT"

    @classmethod
    def _missing_(cls, value: object) -> "EmailState | None":
        """A value that is newer than this client: it compares with its text."""
        if not isinstance(value, str):
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = unknown._value_ = value
        return unknown


class FindingSeverity(str, Enum):
    INFO = "INFO"
    WARNING = "WARNING"
    BLOCKS = "BLOCKS"

    @classmethod
    def _missing_(cls, value: object) -> "FindingSeverity | None":
        """A value that is newer than this client: it compares with its text."""
        if not isinstance(value, str):
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = unknown._value_ = value
        return unknown


class LicenseScope(str, Enum):
    PER_SITE = "PER_SITE"
    ORGANIZATION_WIDE = "ORGANIZATION_WIDE"

    @classmethod
    def _missing_(cls, value: object) -> "LicenseScope | None":
        """A value that is newer than this client: it compares with its text."""
        if not isinstance(value, str):
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = unknown._value_ = value
        return unknown


class MatchOutcome(str, Enum):
    EXACT = "EXACT"
    CANDIDATES = "CANDIDATES"
    NONE = "NONE"

    @classmethod
    def _missing_(cls, value: object) -> "MatchOutcome | None":
        """A value that is newer than this client: it compares with its text."""
        if not isinstance(value, str):
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = unknown._value_ = value
        return unknown


class OrderRole(str, Enum):
    PROVISIONING_CONTACT = "PROVISIONING_CONTACT"
    CUSTOMER_ADMINISTRATOR = "CUSTOMER_ADMINISTRATOR"
    PARTNER_ADMINISTRATOR = "PARTNER_ADMINISTRATOR"
    PROVISIONING_ADMINISTRATOR = "PROVISIONING_ADMINISTRATOR"
    SELLER = "SELLER"
    SUPPORT = "SUPPORT"
    SERVICE_DELEGATE = "SERVICE_DELEGATE"
    SALESPERSON = "SALESPERSON"
    FORMER_CONTACT = "FORMER_CONTACT"

    @classmethod
    def _missing_(cls, value: object) -> "OrderRole | None":
        """A value that is newer than this client: it compares with its text."""
        if not isinstance(value, str):
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = unknown._value_ = value
        return unknown


class OrderStanding(str, Enum):
    SCHEDULED = "SCHEDULED"
    AWAITING_PROVISIONING_DETAILS = "AWAITING_PROVISIONING_DETAILS"
    DISPUTED = "DISPUTED"
    CANNOT_PROVISION = "CANNOT_PROVISION"
    PROVISIONING = "PROVISIONING"
    PROVISIONED = "PROVISIONED"
    ENDED = "ENDED"
    CLOSED = "CLOSED"
    CANCELLED = "CANCELLED"

    @classmethod
    def _missing_(cls, value: object) -> "OrderStanding | None":
        """A value that is newer than this client: it compares with its text."""
        if not isinstance(value, str):
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = unknown._value_ = value
        return unknown


class OrderStatus(str, Enum):
    SCHEDULED = "SCHEDULED"
    AWAITING_CONTACT = "AWAITING_CONTACT"
    FINDING_ORGANIZATIONS = "FINDING_ORGANIZATIONS"
    MAPPED = "MAPPED"
    SETTING_UP = "SETTING_UP"
    COMPLETED = "COMPLETED"
    CLOSED = "CLOSED"
    CANCELLED = "CANCELLED"

    @classmethod
    def _missing_(cls, value: object) -> "OrderStatus | None":
        """A value that is newer than this client: it compares with its text."""
        if not isinstance(value, str):
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = unknown._value_ = value
        return unknown


class OrganizationType(str, Enum):
    PARTNER = "PARTNER"
    CUSTOMER = "CUSTOMER"

    @classmethod
    def _missing_(cls, value: object) -> "OrganizationType | None":
        """A value that is newer than this client: it compares with its text."""
        if not isinstance(value, str):
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = unknown._value_ = value
        return unknown


class ServiceKind(str, Enum):
    MEETINGS = "MEETINGS"
    CALLING = "CALLING"
    MESSAGING = "MESSAGING"

    @classmethod
    def _missing_(cls, value: object) -> "ServiceKind | None":
        """A value that is newer than this client: it compares with its text."""
        if not isinstance(value, str):
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = unknown._value_ = value
        return unknown


class ServiceState(str, Enum):
    NOT_STARTED = "NOT_STARTED"
    DRAFT = "DRAFT"
    READY_FOR_REVIEW = "READY_FOR_REVIEW"
    DEFERRED = "DEFERRED"
    PROVISIONING = "PROVISIONING"
    PROVISIONED = "PROVISIONED"
    FAILED = "FAILED"

    @classmethod
    def _missing_(cls, value: object) -> "ServiceState | None":
        """A value that is newer than this client: it compares with its text."""
        if not isinstance(value, str):
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = unknown._value_ = value
        return unknown


class UserErrorCode(str, Enum):
    REQUIRED = "REQUIRED"
    INVALID = "INVALID"
    TOO_LONG = "TOO_LONG"
    NOT_ELIGIBLE = "NOT_ELIGIBLE"
    MAPPING_INCOMPLETE = "MAPPING_INCOMPLETE"
    STEP_NOT_ALLOWED = "STEP_NOT_ALLOWED"
    VERSION_CONFLICT = "VERSION_CONFLICT"
    SITE_NAME_TAKEN = "SITE_NAME_TAKEN"
    SITE_NAME_RESERVED = "SITE_NAME_RESERVED"
    LICENSE_SUM_MISMATCH = "LICENSE_SUM_MISMATCH"
    ORDER_CONFLICT = "ORDER_CONFLICT"
    SAME_ADDRESS = "SAME_ADDRESS"
    TOO_MANY_ATTEMPTS = "TOO_MANY_ATTEMPTS"
    EXPIRED = "EXPIRED"
    CODE_REQUIRED = "CODE_REQUIRED"
    CODE_INVALID = "CODE_INVALID"
    IDEMPOTENCY_KEY_REUSED = "IDEMPOTENCY_KEY_REUSED"
    LOCATION_NAME_TAKEN = "LOCATION_NAME_TAKEN"
    DISPUTED = "DISPUTED"
    LINK_UNKNOWN = "LINK_UNKNOWN"
    LINK_REPLACED = "LINK_REPLACED"
    LINK_HANDED_OVER = "LINK_HANDED_OVER"
    ORDER_CLOSED = "ORDER_CLOSED"

    @classmethod
    def _missing_(cls, value: object) -> "UserErrorCode | None":
        """A value that is newer than this client: it compares with its text."""
        if not isinstance(value, str):
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = unknown._value_ = value
        return unknown


class WizardStep(str, Enum):
    START = "START"
    AUDIENCE = "AUDIENCE"
    PARTNER_ORGANIZATION = "PARTNER_ORGANIZATION"
    CUSTOMER_ORGANIZATION = "CUSTOMER_ORGANIZATION"
    REVIEW_ORGANIZATIONS = "REVIEW_ORGANIZATIONS"
    SERVICES = "SERVICES"
    MEETINGS_SITES = "MEETINGS_SITES"
    MEETINGS_LICENSES = "MEETINGS_LICENSES"
    MEETINGS_REVIEW = "MEETINGS_REVIEW"
    CALLING_LOCATION = "CALLING_LOCATION"
    CALLING_REVIEW = "CALLING_REVIEW"
    DONE = "DONE"

    @classmethod
    def _missing_(cls, value: object) -> "WizardStep | None":
        """A value that is newer than this client: it compares with its text."""
        if not isinstance(value, str):
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = unknown._value_ = value
        return unknown
