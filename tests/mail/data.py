"""An order as mails know it."""

from datetime import UTC, date, datetime

from backend.mail.letter import MailData

ORDER = MailData(
    order_number="DE-4500127",
    company_name="Brandt Logistik GmbH",
    seller_name="Nordlicht IT-Handel",
    seller_email="petersen@nordlicht.example",
    term_months=36,
    licenses=((250, "Meetings"), (250, "Calling")),
    services=("MEETINGS", "CALLING"),
    deadline=date(2026, 12, 19),
    link="https://hub.example/setup#dG9rZW4",
    order_link="https://hub.example/orders/T3JkZXI6Nw",
    guide="https://hub.example/guide",
    code="402917",
    recipient="lena.vogt@halden.example",
    actor="jan@halden.example",
    delegate="mia@brandt.example",
    partner_name="Halden Systeme AG",
    organization="Brandt Logistik Holding",
    duplicate="Brandt Lager",
    domain="brandt.example",
    site="brandt-lager.webex.com",
    time_zone="Europe/Berlin",
    webhook="hooks.brandt.example",
    customer_name="Brandt Logistik Holding",
    requested_at=datetime(2026, 11, 20, 9, 40, tzinfo=UTC),
    waiting=(
        ("DE-4500127", "Brandt Logistik GmbH", date(2026, 12, 19), "https://hub.example/setup#dG9rZW4"),
        ("DE-4500131", "Kestrel Aviation Ltd", date(2026, 12, 24), "https://hub.example/orders/T3JkZXI6Nw"),
    ),
    waiting_count=3,
    expires_at=datetime(2026, 12, 4, 9, 40, tzinfo=UTC),
)
