"""What really creates sites and locations: a port with adapters."""
