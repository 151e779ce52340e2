"""Lists that are the same for everybody are kept by clients, and by nobody else."""

import httpx2
import pytest

from tests.product import Product

REFERENCE = "/graphql?query={countries{code name}}"


@pytest.fixture
def browser(product: Product) -> httpx2.AsyncClient:
    return product.browser().http


async def test_reference_data_are_kept_by_clients_and_asked_for_again_by_their_tag(browser: httpx2.AsyncClient) -> None:
    first = await browser.get(REFERENCE)
    assert first.headers["cache-control"] == "private, max-age=86400"
    assert "Accept-Language" in first.headers["vary"]
    again = await browser.get(REFERENCE, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    german = await browser.get(REFERENCE, headers={"If-None-Match": first.headers["etag"], "Accept-Language": "de"})
    assert (german.status_code, german.headers["etag"] == first.headers["etag"]) == (200, False)


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("{countries{code}languages{code}}", 86_400),
        ("{countries{code}timeZones{name}}", 900),
        ("{...A}fragment A on Query{countries{code}}", 86_400),
        ("{...on Query{timeZones{name}}}", 900),
        ("{countries{code}viewer{email}}", None),
        ("{viewer{email}}", None),
        ('{countries{code}addressFormat(country:"??"){country}}', None),
    ],
)
async def test_only_answers_that_are_the_same_for_all_are_kept(
    browser: httpx2.AsyncClient, query: str, kept: int | None
) -> None:
    answer = await browser.get("/graphql", params={"query": query})
    expected = "no-store" if kept is None else f"private, max-age={kept}"
    assert answer.headers["cache-control"] == expected
    assert ("etag" in answer.headers) == (kept is not None)
    posted = await browser.post("/graphql", json={"query": query})
    assert posted.headers["cache-control"] == "no-store"
