import { useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { announce } from "../lib/announce";
import { released } from "../lib/pressing";
import { useSessionEnd } from "../lib/session";
import { Banner } from "../ui/banner";
import { TextButton } from "../ui/button";

const warnBefore = 2 * 60_000;

/**
 * Says two minutes before the session ends, with the means to stay; `ask` asks again who is signed in. It lies over the top
 * bar, so that nothing of the page moves.
 */
export function SessionWarning({ ask }: { ask: () => void }) {
  const { t } = useLingui();
  const end = useSessionEnd();
  const [warned, setWarned] = useState<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another `ask` is the same question
  useEffect(() => {
    if (end === null) return;
    const left = end - Date.now();
    const warn = setTimeout(async () => {
      await released();
      setWarned(end);
      announce(t`Your session ends in 2 minutes.`);
    }, left - warnBefore);
    const over = setTimeout(ask, left);
    return () => {
      clearTimeout(warn);
      clearTimeout(over);
    };
  }, [end, t]);
  if (end === null || warned !== end) return null;
  return (
    <aside className="session-warning" aria-label={t`Session`}>
      <Banner
        tone="warn"
        title={t`Your session ends in 2 minutes.`}
        action={<TextButton onPress={ask}>{t`Stay signed in`}</TextButton>}
      />
    </aside>
  );
}
