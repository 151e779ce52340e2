"""How much and how often: cost buckets and rate counters, kept in the database for all processes together."""
