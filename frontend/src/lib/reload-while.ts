import { useEffect, useEffectEvent } from "react";

const interval = 1_500; // milliseconds after an answer
const answerTimeout = 15_000; // milliseconds that an answer is waited for

/**
 * Asks again and again while something is under way, unless nobody looks at the page: each time once the answer before is
 * here, so that a slow connection is not filled with questions.
 */
export function useReloadWhile(isUnderWay: boolean, reload: () => unknown): void {
  const ask = useEffectEvent(reload);
  useEffect(() => (isUnderWay ? repeat(() => !document.hidden && ask()) : undefined), [isUnderWay]);
}

/** Does something again and again, each time a while after it is done or was waited for long enough; what is returned ends it. */
export function repeat(act: () => unknown): () => void {
  let timer: ReturnType<typeof setTimeout>;
  let ended = false;
  function next() {
    if (!ended) timer = setTimeout(run, interval);
  }
  async function run() {
    await Promise.race([act(), new Promise((done) => setTimeout(done, answerTimeout))]);
    next();
  }
  next();
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}
