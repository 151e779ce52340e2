"""What the servers by hand answer, beside which requests are measured, is what the product answers."""

from benchmarks import by_hand
from tests.product import Product


async def test_servers_by_hand_tell_the_acts_that_a_mapped_order_allows(product: Product) -> None:
    await product.directory()
    contact, order = await product.partnered()
    assert (await contact.order(order["id"]))["allowedMutations"] == by_hand.MAY
