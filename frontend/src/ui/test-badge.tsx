import { useLingui } from "@lingui/react/macro";
import { Badge } from "./status";

/** Beside the name of a test order. */
export function TestBadge() {
  const { t } = useLingui();
  return <Badge>{t`Test order`}</Badge>;
}
