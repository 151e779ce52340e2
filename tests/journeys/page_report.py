"""What a person sees on the open pages, in words: the report of a failed test is text, nobody can look at its pages."""

from playwright.sync_api import Browser, Error, Page

ANSWER_TIMEOUT = 5_000  # milliseconds: a page that hangs must not keep the report
TEXT_AT_MOST = 1_500  # characters of a page
COMPLAINTS_AT_MOST = 20

LOOK = """(root) => {
  const text = (node) => (node?.innerText ?? "").trim().replace(/\\n\\s*\\n/g, "\\n");
  const focus = document.activeElement;
  return {
    headings: [...root.querySelectorAll("h1, h2, h3")].map(text).filter(Boolean),
    dialogs: [...root.querySelectorAll("dialog[open]")].map(text).filter(Boolean),
    focus: focus && focus !== document.body ? focus.outerHTML : "nothing",
    text: text(root.querySelector("main") ?? document.body),
    size: `${innerWidth} × ${innerHeight}, scrolled to ${Math.round(scrollY)}`,
  };
}"""


def seen(browser: Browser, within: int = ANSWER_TIMEOUT) -> str:
    """All open pages of all people, each with its address, headings, focus, text and complaints."""
    return "\n\n".join(_page(page, within) for context in browser.contexts for page in context.pages)


def _page(page: Page, within: int) -> str:
    told = [f"{message.type}: {message.text}" for message in page.console_messages() if message.type != "log"]
    told += [f"uncaught: {error}" for error in page.page_errors()]
    lines = [page.url, *(f"  console {line}" for line in told[-COMPLAINTS_AT_MOST:])]
    try:
        found = page.locator("html").evaluate(LOOK, timeout=within)
    except Error as error:  # it crashed, hangs, or is on its way to another page
        return "\n".join([*lines, f"  cannot be looked at: {error.message.splitlines()[0]}"])
    lines += [f"  window {found['size']}", f"  headings {found['headings']}"]
    lines += [f"  dialog {text[:TEXT_AT_MOST]!r}" for text in found["dialogs"]]
    lines += [f"  focus {found['focus'][:300]}", "  text", *_indented(found["text"][:TEXT_AT_MOST])]
    return "\n".join(lines)


def _indented(text: str) -> list[str]:
    return [f"    {line}" for line in text.splitlines()]
