import { Trans, useLingui } from "@lingui/react/macro";
import { number } from "../../lib/format";
import { Icon } from "../../ui/icon";
import { ProgressBar } from "../../ui/progress-bar";

type RemainderProps = {
  license: string;
  total: number;
  /** Below 0: more was given than there is. */
  left: number;
  /** The split was refused: what is left is an error too. */
  isRefused: boolean;
};

/** How much of a license is not given to a site yet, in words above a bar. */
export function Remainder({ license, total, left, isRefused }: RemainderProps) {
  const { t } = useLingui();
  const tone = left === 0 ? "ok" : left < 0 || isRefused ? "bad" : "accent";
  return (
    <div className="remainder" data-tone={tone}>
      <p>
        {tone !== "accent" && <Icon name={tone === "ok" ? "check" : "alert"} size={16} />}
        <span>
          <RemainderWords total={total} left={left} />
        </span>
      </p>
      <ProgressBar thin label={t`${license}: distributed`} value={(total - left) / total} tone={tone} />
    </div>
  );
}

function RemainderWords({ total, left }: Pick<RemainderProps, "total" | "left">) {
  if (left === 0) return <Trans>All distributed</Trans>;
  const over = number(-left);
  if (left < 0) return <Trans>{over} too many</Trans>;
  const some = number(left);
  const all = number(total);
  return (
    <Trans>
      {some} of {all} left
    </Trans>
  );
}
