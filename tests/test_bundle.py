"""How much each page loads."""

from tests.bundle import first_loads


def test_no_page_loads_more_than_its_budgets_of_scripts_styles_and_fonts() -> None:
    pages = list(first_loads())
    assert {"sign-in", "setup", "start", "order-page", "setup/audience", "setup/done"} <= {page.name for page in pages}
    assert [page for page in pages if not page.fits] == []
    assert all(page.scripts > 50 and page.styles and page.fonts for page in pages)
