import { Trans, useLingui } from "@lingui/react/macro";
import { number } from "../../lib/format";
import { Icon } from "../../ui/icon";
import { ProgressBar } from "../../ui/progress-bar";

type RemainderProps = {
  license: string;
  total: number;
  /** Below 0: more was given than there is. */
  left: number;
};

/** How much of a license is not given to a site yet, in words above a bar. */
export function Remainder({ license, total, left }: RemainderProps) {
  const { t } = useLingui();
  const tone = left < 0 ? "bad" : left === 0 ? "ok" : "accent";
  return (
    <div className="remainder" data-tone={tone}>
      <p>
        <RemainderWords total={total} left={left} />
      </p>
      <ProgressBar thin label={t`${license}: distributed`} value={(total - left) / total} tone={tone} />
    </div>
  );
}

function RemainderWords({ total, left }: Omit<RemainderProps, "license">) {
  if (left < 0) {
    const over = number(-left);
    return (
      <>
        <Icon name="alert" size={16} />
        <Trans>{over} too many</Trans>
      </>
    );
  }
  if (left === 0) {
    return (
      <>
        <Icon name="check" size={16} />
        <Trans>All distributed</Trans>
      </>
    );
  }
  const some = number(left);
  const all = number(total);
  return (
    <Trans>
      {some} of {all} left
    </Trans>
  );
}
