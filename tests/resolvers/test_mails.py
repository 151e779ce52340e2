"""All mails of a world of orders in every stage."""

import re

from tests.resolvers.stages import World

CODE = re.compile(r"\b[A-Z]{3,}(?:_[A-Z]{2,})+\b|\b(?:Africa|America|Asia|Europe|Pacific)/[A-Z]|(?i:sandbox)")


async def test_no_code_and_no_word_of_the_sandbox_stands_in_a_mail(world: World) -> None:
    mails = await world.product.mails()
    assert {"SETUP", "HAND_OVER", "SUBSCRIPTION_ADDED", "NOTICE", "COMPLETION"} <= {mail["kind"] for mail in mails}
    told = {mail["kind"]: found for mail in mails if (found := CODE.findall(f"{mail['subject']}\n{mail['text']}"))}
    assert told == {}
