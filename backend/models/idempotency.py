"""First answers of mutations that carried an Idempotency-Key."""

from tortoise import fields
from tortoise.models import Model


class IdempotencyKey(Model):
    """The answer of a successful mutation, kept 24 hours for its caller and key."""

    id = fields.BigIntField(primary_key=True)
    caller = fields.CharField(max_length=260)
    key = fields.CharField(max_length=200)
    body_hash = fields.CharField(max_length=64)
    answer = fields.TextField()  # the order as it was answered, as JSON
    at = fields.DatetimeField(db_index=True)

    class Meta:
        table = "idempotency_key"
        unique_together = (("caller", "key"),)
