"""What must hold of the reference data."""
