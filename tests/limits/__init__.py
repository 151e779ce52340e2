"""What buckets and counters must do on both databases."""
