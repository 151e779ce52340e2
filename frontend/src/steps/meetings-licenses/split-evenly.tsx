import { Trans } from "@lingui/react/macro";
import { TextButton } from "../../ui/button";
import type { Split } from "../service/saved-split";
import { evenly } from "./split";

type SplitEvenlyProps = {
  license: string;
  total: number;
  sites: readonly string[];
  onSplit: (units: Split[string]) => void;
  onRatio: () => void;
};

/** Gives every site the same share of a license, or asks for another ratio. */
export function SplitEvenly({ license, total, sites, onSplit, onRatio }: SplitEvenlyProps) {
  return (
    <>
      <TextButton onPress={() => onSplit(evenly(total, sites))}>
        <Trans>
          Split evenly <span className="unseen">{license}</span>
        </Trans>
      </TextButton>{" "}
      <TextButton onPress={onRatio}>
        <Trans>
          By ratio <span className="unseen">{license}</span>
        </Trans>
      </TextButton>
    </>
  );
}
