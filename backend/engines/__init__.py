"""The two databases as engines of the ORM: no statement waits for long, and nothing is left behind."""
