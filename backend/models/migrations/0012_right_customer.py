"""A partner's person is no user of its customer; where a domain is seen; who corrected a mail domain. The index is made anew."""

from tortoise import fields, migrations
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from backend.models.organization import MailDomainKind

# Whoever an order for a customer made administrator of it, and who belongs to its partner.
_PARTNERS_PEOPLE = """
UPDATE organization_user SET for_partner = TRUE WHERE administrator AND (
  EXISTS (SELECT 1 FROM orders o WHERE o.customer_organization_id = organization_user.organization_id
    AND o.partner_organization_id IS NOT NULL AND o.audience = 'CUSTOMER' AND o.contact_key = organization_user.email_key)
  OR EXISTS (SELECT 1 FROM partner_relation r JOIN organization_user p ON p.organization_id = r.partner_organization_id
    WHERE r.customer_organization_id = organization_user.organization_id AND p.email_key = organization_user.email_key
    AND p.status = 'ACTIVE')
)
"""


class Migration(migrations.Migration):
    dependencies = [("provisioning", "0011_order_words")]

    operations = [
        ops.AddField("OrganizationUser", "for_partner", fields.BooleanField(db_default=False)),
        ops.RunSQL(_PARTNERS_PEOPLE, ""),
        ops.RunSQL("UPDATE mail_domain_override SET kind = 'FREE_MAIL' WHERE kind = 'FREE'", ""),
        ops.CreateModel(
            name="FinderPresence",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("organization_id", fields.BigIntField()),
                ("domain", fields.CharField(max_length=253)),
                ("canonical_name", fields.CharField(max_length=200)),
            ],
            options={
                "table": "finder_presence",
                "app": "provisioning",
                "unique_together": (("organization_id", "domain"),),
                "indexes": [Index(fields=["domain", "canonical_name"])],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="MailDomainDecision",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("domain", fields.CharField(db_index=True, max_length=253)),
                ("kind", fields.CharEnumField(enum_type=MailDomainKind, max_length=12, null=True)),
                ("reason", fields.TextField(unique=False)),
                ("decided_by", fields.CharField(max_length=254)),
                ("decided_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={"table": "mail_domain_decision", "app": "provisioning", "pk_attr": "id"},
            bases=["Model"],
        ),
        ops.RemoveIndex("Organization", fields=["canonical_name", "country"]),
        ops.AddIndex("Organization", Index(fields=["canonical_name", "country", "id"])),
        ops.RunSQL("DELETE FROM activity_sweep", ""),
    ]
