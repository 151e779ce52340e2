"""The codes at the top level of an answer: why a request, or a field of it, was not answered."""

from enum import StrEnum


class RequestCode(StrEnum):
    """Why a request, or a field of it, was not answered: `extensions.code`, at every address.

    BAD_REQUEST: The request cannot be read: no JSON, no query, a batch, or a character that is not allowed. Remedy:
        send one operation as a JSON object with `query` and `variables`.
    BAD_USER_INPUT: A variable, argument, cursor or part of an address is not of its type, an Idempotency-Key is too
        long, or a mail came to none of our return paths. Remedy: correct what the message names.
    GRAPHQL_PARSE_FAILED: The query is not GraphQL. Remedy: correct it at the line and column of `locations`.
    GRAPHQL_VALIDATION_FAILED: The query does not fit the schema, or names no operation of the document. Remedy: correct
        it; /schema.graphql has the schema.
    QUERY_TOO_COMPLEX: The document or its cost is above a limit that the message names. Remedy: ask for less at once,
        with smaller pages or in several requests.
    UNAUTHENTICATED: Nobody is signed in, or the token does not exist, was revoked or has expired. Remedy: send
        Authorization: Bearer and a token that holds.
    FORBIDDEN: The caller sees it but may not do this with it, or the request came from another website. Remedy: use a
        token with the scope that the message names, or ask somebody with more rights.
    NOT_FOUND: It does not exist, or the caller may not know that it does. Remedy: check the id, and whose token it is.
    READ_ONLY: The request said Read-Only or View-As, and had a mutation. Remedy: leave that header out to allow
        changes.
    VIEW_ENDED: The view of an order as somebody else, which View-As named, is over or not the caller's. Remedy: ask
        orderAs for a new one.
    RATE_LIMITED: The caller asked too often, or their points are spent. Remedy: wait for as many seconds as
        `extensions.retryAfter` and the header Retry-After say.
    UNAVAILABLE: The database cannot be used at present, or too many others ask. Remedy: repeat it after `retryAfter`
        seconds; with an Idempotency-Key nothing is done twice.
    TIMEOUT: The answer took more than five seconds, or the request did not arrive in time. Remedy: ask for less at
        once; a mutation is repeated with its Idempotency-Key.
    INTERNAL: Something went wrong on our side. Remedy: tell support the `extensions.correlationId`.
    METHOD_NOT_ALLOWED: The address does not take this method, or a mutation came by GET. Remedy: use one that the
        header Allow names.
    NOT_ACCEPTABLE: The header Accept names nothing that we answer with. Remedy: accept application/json.
    UNSUPPORTED_MEDIA_TYPE: The body is not JSON in UTF-8. Remedy: send it with Content-Type: application/json.
    PAYLOAD_TOO_LARGE: The body is longer than allowed. Remedy: send less at once.
    HEADERS_TOO_LARGE: The request line and headers are longer or more than allowed. Remedy: send fewer and shorter
        ones.
    MISDIRECTED_REQUEST: The host of the request is not ours. Remedy: use the host of PUBLIC_URL.
    PERSISTED_QUERY_NOT_SUPPORTED: Only the hash of a query was sent. Remedy: send the whole query, as clients do by
        themselves.
    """

    BAD_REQUEST = "BAD_REQUEST"
    BAD_USER_INPUT = "BAD_USER_INPUT"
    GRAPHQL_PARSE_FAILED = "GRAPHQL_PARSE_FAILED"
    GRAPHQL_VALIDATION_FAILED = "GRAPHQL_VALIDATION_FAILED"
    QUERY_TOO_COMPLEX = "QUERY_TOO_COMPLEX"
    UNAUTHENTICATED = "UNAUTHENTICATED"
    FORBIDDEN = "FORBIDDEN"
    NOT_FOUND = "NOT_FOUND"
    READ_ONLY = "READ_ONLY"
    VIEW_ENDED = "VIEW_ENDED"
    RATE_LIMITED = "RATE_LIMITED"
    UNAVAILABLE = "UNAVAILABLE"
    TIMEOUT = "TIMEOUT"
    INTERNAL = "INTERNAL"
    METHOD_NOT_ALLOWED = "METHOD_NOT_ALLOWED"
    NOT_ACCEPTABLE = "NOT_ACCEPTABLE"
    UNSUPPORTED_MEDIA_TYPE = "UNSUPPORTED_MEDIA_TYPE"
    PAYLOAD_TOO_LARGE = "PAYLOAD_TOO_LARGE"
    HEADERS_TOO_LARGE = "HEADERS_TOO_LARGE"
    MISDIRECTED_REQUEST = "MISDIRECTED_REQUEST"
    PERSISTED_QUERY_NOT_SUPPORTED = "PERSISTED_QUERY_NOT_SUPPORTED"
