"""The stories of the demo's orders: every state of an order and of a service, and most of what people can do."""

from backend.demo.stories import halden, other_partners, own_companies

ORDERS = [*halden.ORDERS, *other_partners.ORDERS, *own_companies.ORDERS]
