import { plural } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { number } from "../../lib/format";

/** "halden.example claimed". */
export function Claimed({ domain }: { domain: string }) {
  return (
    <>
      <strong>{domain}</strong> <Trans>claimed</Trans>
    </>
  );
}

/** "halden.example verified". */
export function Verified({ domain }: { domain: string }) {
  return (
    <>
      <strong>{domain}</strong> <Trans>verified</Trans>
    </>
  );
}

/** "1,200 active users". */
export function ActiveUsers({ count }: { count: number }) {
  return (
    <>
      <strong className="tabular">{number(count)}</strong>{" "}
      {plural(count, { one: "active user", other: "active users" })}
    </>
  );
}

/** "Last active yesterday". */
export function LastActive({ when }: { when: ReactNode }) {
  return (
    <Trans>
      Last active <strong>{when}</strong>
    </Trans>
  );
}
