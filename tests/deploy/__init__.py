"""What stands in `deploy/`: each file is used, not only read."""
