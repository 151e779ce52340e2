/** After the pointer is up, the click that it makes is still to come; on a touch screen some milliseconds later. */
const clickComesWithin = 50;
/** A pointer that was let go where the page hears nothing of it, such as on a scroll bar, holds nothing up for longer. */
const longestPress = 2_000;

/** Where nothing is drawn, as in a window behind others, a key holds nothing up for longer. */
const longestDrawing = 100;

let pressed: Promise<void> | null = null;
let drawing: Promise<void> | null = null;

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

/** What a key does is drawn first. */
function type(): void {
  drawing ??= new Promise((done) => {
    const end = () => {
      clearTimeout(limit);
      drawing = null;
      done();
    };
    const limit = setTimeout(end, longestDrawing);
    requestAnimationFrame(() => setTimeout(end)); // the frame is drawn right after this
  });
}

/** From now on it is known whether somebody presses something. */
export function watchPresses(): void {
  window.addEventListener("pointerdown", press, true);
  window.addEventListener("keydown", type, true);
}

/**
 * Resolves when nobody is pressing anything and what the last key did is seen. What arrives by itself waits for it: a page
 * that changes between down and up of a pointer takes the button away from under it, and the press is lost or meets another
 * button; and drawing a long list would come between a key and its letter.
 */
export async function released(): Promise<void> {
  while (pressed || drawing) await (pressed ?? drawing);
}
