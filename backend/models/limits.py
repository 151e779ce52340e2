"""Tables of limits: the cost bucket of each caller and counters of what may happen only so often."""

from tortoise import fields
from tortoise.models import Model


class CostBucket(Model):
    """How much query cost a caller has left, and it refills with time."""

    caller = fields.CharField(max_length=260, primary_key=True)
    level = fields.FloatField()
    updated_at = fields.FloatField()  # seconds since the epoch

    class Meta:
        table = "cost_bucket"


class RateCounter(Model):
    """How often something happened in one window of time."""

    id = fields.BigIntField(primary_key=True)
    name = fields.CharField(max_length=40)
    key = fields.CharField(max_length=260)
    window_start = fields.BigIntField(db_index=True)  # seconds since the epoch
    hits = fields.IntField()

    class Meta:
        table = "rate_counter"
        unique_together = (("name", "key", "window_start"),)
