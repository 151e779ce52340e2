/** After the pointer is up, the click that it makes is still to come; on a touch screen some milliseconds later. */
const clickComesWithin = 50;
/** A pointer that was let go where the page hears nothing of it, such as on a scroll bar, holds nothing up for longer. */
const longestPress = 2_000;

let pressed: Promise<void> | null = null;

function press(): void {
  if (pressed) return;
  pressed = new Promise((done) => {
    const ends = ["pointerup", "pointercancel", "blur"];
    const end = () => {
      clearTimeout(limit);
      for (const name of ends) window.removeEventListener(name, end, true);
      setTimeout(() => {
        pressed = null;
        done();
      }, clickComesWithin);
    };
    const limit = setTimeout(end, longestPress);
    for (const name of ends) window.addEventListener(name, end, true);
  });
}

/** From now on it is known whether somebody presses something. */
export function watchPresses(): void {
  window.addEventListener("pointerdown", press, true);
}

/**
 * Resolves when nobody is pressing anything. What arrives by itself waits for it: a page that changes between down and up
 * of a pointer takes the button away from under it, and the press is lost or meets another button.
 */
export async function released(): Promise<void> {
  while (pressed) await pressed;
}
