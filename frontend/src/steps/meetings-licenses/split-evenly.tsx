import { Trans } from "@lingui/react/macro";
import { TextButton } from "../../ui/button";
import { evenly, type Split } from "./split";

type SplitEvenlyProps = {
  license: string;
  total: number;
  sites: readonly string[];
  onSplit: (units: Split[string]) => void;
};

/** Gives every site the same share of a license. */
export function SplitEvenly({ license, total, sites, onSplit }: SplitEvenlyProps) {
  return (
    <TextButton onPress={() => onSplit(evenly(total, sites))}>
      <Trans>
        Split evenly <span className="unseen">{license}</span>
      </Trans>
    </TextButton>
  );
}
