"""The header fields RateLimit-Policy and RateLimit of the IETF draft draft-ietf-httpapi-ratelimit-headers."""

from functools import lru_cache

from backend.limits.cost import Bucket
from backend.limits.rates import RateLimit


def of_limit(limit: RateLimit) -> dict[str, str]:
    """Those of a limit that is reached: `t` is when the next try can succeed, as Retry-After says too."""
    return {
        "RateLimit-Policy": f'"{limit.name}";q={limit.quota};w={limit.window}',
        "RateLimit": f'"{limit.name}";r={limit.left};t={limit.retry_after}',
    }


def of_cost(bucket: Bucket) -> list[tuple[bytes, bytes]]:
    """Those of the caller's points: `r` are left, and after `t` seconds all of them are back."""
    full_in = -((bucket.level - bucket.maximum) // bucket.restore)
    return [
        (b"ratelimit-policy", _policy(bucket.maximum, bucket.restore)),
        (b"ratelimit", b'"cost";r=%d;t=%d' % (max(0, bucket.level), full_in)),
    ]


@lru_cache(maxsize=4)
def _policy(maximum: int, restore: int) -> bytes:
    return b'"cost";q=%d;w=%d' % (maximum, -(-maximum // restore))
