"""How much each page loads."""

from tests.bundle import first_loads, missing


def test_no_page_loads_more_than_its_budgets_and_the_first_ones_no_more_than_100_kb_in_all() -> None:
    pages = list(first_loads())
    assert {"sign-in", "setup", "start", "order-page", "setup/audience", "setup/done"} <= {page.name for page in pages}
    assert [page for page in pages if not page.fits] == []
    assert all(page.scripts > 50 and page.styles and page.fonts for page in pages)


def test_the_catalogues_of_a_page_have_all_that_its_scripts_say() -> None:
    assert missing(there=r'"([\w+/]{6})":\[', used=r"\bid:[`'\"]([\w+/]{6})[`'\"]") == {}


def test_the_style_sheets_of_a_page_have_the_classes_that_its_scripts_name() -> None:
    assert missing(there=r"\.([a-z][\w-]*)(?=[^{}]*\{)", used=r"className:[`'\"]([\w -]+)[`'\"]") == {}
