/** The server answers within five seconds, slow networks some later; an act that hangs for longer holds nothing up. */
const answerTimeout = 30_000;

/** Acts of this tab, until they are answered or taking too long. */
const unanswered = new Set<Promise<unknown>>();

/** Counts an act as unanswered while it runs; its result. */
export function expectAnswer<T>(act: Promise<T>): Promise<T> {
  let limit: ReturnType<typeof setTimeout>;
  const overdue = new Promise<void>((done) => {
    limit = setTimeout(done, answerTimeout);
  });
  const ended = Promise.race([act.catch(() => {}), overdue]).finally(() => {
    clearTimeout(limit);
    unanswered.delete(ended);
  });
  unanswered.add(ended);
  return act;
}

/**
 * Resolves when every act of this tab has been answered and its page has drawn the consequences. The socket may tell of
 * an act before its answer comes; shown at once, it would look like the act of somebody else.
 */
export async function answered(): Promise<void> {
  while (unanswered.size > 0) {
    await Promise.all(unanswered);
    await new Promise((done) => setTimeout(done));
  }
}
