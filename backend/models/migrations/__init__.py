"""The migrations: 0001 is written by Tortoise from the models; what it cannot say is RunSQL."""
