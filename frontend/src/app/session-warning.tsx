import { useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { announce } from "../lib/announce";
import { Banner } from "../ui/banner";
import { TextButton } from "../ui/button";

const warnBefore = 2 * 60_000;

/** Says two minutes before the session ends, with the means to stay. */
export function SessionWarning({ expiresAt, onStay }: { expiresAt: string; onStay: () => void }) {
  const { t } = useLingui();
  const [near, setNear] = useState(false);
  useEffect(() => {
    setNear(false);
    const left = new Date(expiresAt).getTime() - Date.now() - warnBefore;
    // Longer waits than a timer can count never end within one visit.
    if (left > 2 ** 31 - 1) return;
    const timer = setTimeout(() => {
      setNear(true);
      announce(t`Your session ends in 2 minutes.`);
    }, left);
    return () => clearTimeout(timer);
  }, [expiresAt, t]);
  if (!near) return null;
  return (
    <aside className="session-warning" aria-label={t`Session`}>
      <Banner
        tone="warn"
        title={t`Your session ends in 2 minutes.`}
        action={<TextButton onPress={onStay}>{t`Stay signed in`}</TextButton>}
      />
    </aside>
  );
}
