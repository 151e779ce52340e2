"""Orders use sites and locations that their organization has; an organization has one primary site and one default
location. Where two orders made one each, the older one that is in use stays, and the log names the others."""

import logging

from tortoise import fields, migrations
from tortoise.migrations import operations as ops
from tortoise.migrations.schema_editor.base import BaseSchemaEditor

from backend.models.service import DEFAULT_LOCATION_INDEX, PRIMARY_SITE_INDEX

logger = logging.getLogger("backend.migrate")

# Of each organization the site that was meant to be primary; drafts belong to none, and Close decides.
_RANKED = """
SELECT id, name, organization_id, row_number() OVER (
  PARTITION BY organization_id ORDER BY CASE state WHEN 'PROVISIONED' THEN 0 ELSE 1 END, position, id
) AS place FROM {table} WHERE organization_id IS NOT NULL AND {first}
"""
_PRIMARY = "UPDATE site SET is_primary = true WHERE id IN (SELECT id FROM ({ranked}) r WHERE place = 1)"
_DRAFTED = "UPDATE site SET is_primary = true WHERE organization_id IS NULL AND position = 0"
_ONE_DEFAULT = "UPDATE location SET is_default = false WHERE id IN (SELECT id FROM ({ranked}) r WHERE place > 1)"


async def _choose(_apps: object, editor: BaseSchemaEditor) -> None:
    sites = _RANKED.format(table="site", first="position >= 0")
    locations = _RANKED.format(table="location", first="is_default")
    for what, ranked, wanted in (
        ("is no longer the primary site", _RANKED.format(table="site", first="position = 0"), _PRIMARY.format(ranked=sites)),
        ("is no longer the default location", locations, _ONE_DEFAULT.format(ranked=locations)),
    ):
        for row in await editor.client.execute_query_dict(f"SELECT * FROM ({ranked}) r WHERE place > 1"):
            logger.warning(
                "%s of organization %d %s: another one was there first", row["name"], row["organization_id"], what
            )
        await editor.client.execute_query(wanted)
    await editor.client.execute_query(_DRAFTED)


class Migration(migrations.Migration):
    dependencies = [("provisioning", "0019_service_delegates")]

    operations = [
        ops.AddField("Site", "is_primary", fields.BooleanField(db_default=False)),
        ops.AddField("Site", "existing_id", fields.BigIntField(null=True)),
        ops.AddField("Location", "existing_id", fields.BigIntField(null=True)),
        ops.RunPython(_choose),
        ops.RunSQL(PRIMARY_SITE_INDEX, "DROP INDEX uq_site_primary"),
        ops.RunSQL(DEFAULT_LOCATION_INDEX, "DROP INDEX uq_location_default"),
    ]
