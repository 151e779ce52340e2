"""What the edge must do, with a small schema of its own."""
