"""What every page must be for people who use no mouse, no screen, large type, or colours of their own."""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page

from tests.bundle import FRONTEND
from tests.journeys.translating import LOOSE

AXE = (FRONTEND / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
ALL = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]}
# The dark theme differs in nothing else.
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
NARROW, ZOOMED, WIDE = 320, 640, 1280  # 640: what 1280 are at 200 %

RUN_AXE = """async (runOnly) => {
  const { violations } = await axe.run({ runOnly, resultTypes: ['violations'] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].target} ${nodes[0].any[0]?.message ?? ''}`);
}"""
# Of buttons and fields in colours of one's own: those without an edge that the system draws.
EDGELESS = """() => [...document.querySelectorAll('.button, .field-box, .radio-circle, .checkbox-box')].filter(
  (element) => element.checkVisibility() && getComputedStyle(element).borderTopStyle === 'none'
    || parseFloat(getComputedStyle(element).borderTopWidth) < 1).map((element) => element.className)"""
# What opens is there: no part of it waits to fade in, and what had begun to before motion was reduced has ended.
SETTLED = """async () => {
  const opening = () => document.querySelector('[data-entering]') || document.getAnimations().some((one) =>
    one.playState === 'running' && one.effect.getComputedTiming().endTime < Infinity);
  do await new Promise(requestAnimationFrame); while (opening());
}"""
MOVING = """() => document.getAnimations().filter((animation) =>
  animation.effect.getComputedTiming().duration > 0 && animation.playState === 'running').length"""
# A new size is drawn in the next frame; the texts that it shows may need fonts, and what listens to sizes draws again.
SETTLE = """async () => {
  for (let turn = 0; turn < 2; turn++) {
    await new Promise(requestAnimationFrame);
    await document.fonts.ready;
  }
}"""
LIVE = "[role=status], [role=log], [aria-live]:not([aria-live=off])"


def resize(page: Page, width: int, height: int = 720) -> None:
    """Show a page in a window of another size, as it stands once it is drawn with its fonts."""
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate(SETTLE)


@dataclass
class Inspection:
    """Looks at the pages of one person, in both themes, and keeps what is wrong."""

    page: Page
    language: str
    found: list[str] = field(default_factory=list)

    def look(self, place: str) -> None:
        """Inspect the page as it is now."""
        page = self.page
        if not page.evaluate("'axe' in window"):
            page.evaluate(AXE)
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        page.evaluate(SETTLED)
        self._note(f"{place}, light", page.evaluate(RUN_AXE, ALL))
        page.emulate_media(color_scheme="dark")
        self._note(f"{place}, dark", page.evaluate(RUN_AXE, COLOURS))
        page.emulate_media(color_scheme="light", forced_colors="active")
        self._note(f"{place}, forced colours", page.evaluate(EDGELESS))
        page.emulate_media(forced_colors="none")
        for width in (NARROW, ZOOMED, WIDE):
            resize(page, width)
            wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            self._note(f"{place}, {width} px", [f"{wider} px wider than the window"] if wider > 0 else [])
        self._note(place, page.evaluate(LOOSE))
        said = {
            "moves": page.evaluate(MOVING),
            "live regions besides the one": page.locator(LIVE).count() - 1,
            "fields with a placeholder": page.locator("[placeholder]:not([placeholder=''])").count(),
            "h1 besides the one": page.locator("h1").count() - 1,
            "another language": int(page.locator("html").get_attribute("lang") != self.language),
        }
        self._note(place, [f"{number} {what}" for what, number in said.items() if number])

    def _note(self, where: str, what: list[Any]) -> None:
        self.found += [f"{self.language}, {where}: {each}" for each in what]
