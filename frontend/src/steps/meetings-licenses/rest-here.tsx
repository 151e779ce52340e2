import { Trans } from "@lingui/react/macro";
import { TextButton } from "../../ui/button";

type RestHereProps = { site: string; isDisabled: boolean; onRest: (site: string) => void };

/** Gives a site all that is left of every license. */
export function RestHere({ site, isDisabled, onRest }: RestHereProps) {
  return (
    <TextButton isDisabled={isDisabled} onPress={() => onRest(site)}>
      <Trans>
        The rest here <span className="unseen">{site}</span>
      </Trans>
    </TextButton>
  );
}
