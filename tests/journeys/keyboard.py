"""A person without a mouse: only keys are pressed, and each stop of the focus is looked at."""

from playwright.sync_api import Page, expect

MAX_STOPS = 60
# The focused element: how it is called, what it is, and what is wrong with where and how it shows.
FOCUSED = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const { top, bottom, left, right, width, height } = element.getBoundingClientRect();
  const label = element.labels?.[0];
  const ring = [element, label, element.closest('.field-box, .radio-card'), label?.querySelector('.checkbox-box')]
    .filter(Boolean).some((at) => getComputedStyle(at).outlineStyle !== 'none' && at.checkVisibility());
  const shown = label?.contains(element) ? label : element;
  const box = shown.getBoundingClientRect();
  const x = box.left + box.width / 2, y = box.top + box.height / 2;
  const over = document.elementFromPoint(x, y);
  const wrong = [];
  if (!ring && element.tagName !== 'H1') wrong.push('no focus ring');
  if (y < 0 || y > innerHeight) wrong.push('outside the window');
  else if (!over || !(shown.contains(over) || over.contains(shown))) wrong.push(`covered by ${over?.className}`);
  return { name: element.ariaLabel || label?.innerText || element.innerText || '', tag: element.tagName, wrong };
}"""


class Keyboard:
    """Tab, arrows, Space and Enter. `found` is what was wrong with the focus on the way."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.found: list[str] = []

    def to(self, name: str, *, by: str = "Tab") -> None:
        """Tab to what is called so, forward or back."""
        for _stop in range(MAX_STOPS):
            self.page.keyboard.press(by)
            stop = self.page.evaluate(FOCUSED)
            if stop is None:
                continue
            self.found += [f"{stop['tag']} {stop['name']!r}: {wrong}" for wrong in stop["wrong"]]
            if stop["name"].strip().startswith(name):
                return
        raise AssertionError(f"Tab never came to {name!r}")

    def press(self, name: str) -> None:
        """Tab to a button or link and press it."""
        self.to(name)
        self.page.keyboard.press("Enter")

    def write(self, name: str, text: str, *, by: str = "Tab") -> None:
        """Tab to a field and replace what is in it."""
        self.to(name, by=by)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)

    def choose(self, name: str) -> None:
        """Tab into a group of cards, then by the arrows to the one that is called so."""
        self.page.keyboard.press("Tab")
        for _card in range(MAX_STOPS):
            radio = self.page.locator("input[type=radio]:focus")
            if radio.count() == 0:
                self.page.keyboard.press("Tab")
            elif radio.evaluate("(radio) => radio.labels[0].innerText").startswith(name):
                self.page.keyboard.press("Space")
                expect(radio).to_be_checked()
                return
            else:
                self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no card {name!r}")
