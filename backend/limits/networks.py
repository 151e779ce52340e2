"""Networks: who is limited as one."""

from ipaddress import ip_address, ip_network

from backend.accept import remembered


@remembered
def subscriber_network(address: str) -> str:
    """Who is limited as one: an IPv4 address, or the /64 network that a subscriber of IPv6 has for themselves."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if parsed.version == 4:
        return str(parsed)
    mapped = parsed.ipv4_mapped
    return str(mapped) if mapped else str(ip_network((parsed.packed[:8] + bytes(8), 64)))
