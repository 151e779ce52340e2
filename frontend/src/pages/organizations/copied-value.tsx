import { Trans, useLingui } from "@lingui/react/macro";
import { useRef } from "react";
import { announce } from "../../lib/announce";
import { Button } from "../../ui/button";

/** A row of a `.domain-record`: a value that is to be copied elsewhere; `copied` is said when it was. */
export function CopiedValue({ label, value, copied }: { label: string; value: string; copied: string }) {
  const { t } = useLingui();
  const text = useRef<HTMLElement>(null);
  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      announce(copied);
    } catch {
      // The browser does not allow it: what is selected can be copied by hand.
      if (text.current) getSelection()?.selectAllChildren(text.current);
      announce(t`Selected, but your browser doesn’t let us copy it`);
    }
  }
  // Without https there is no clipboard: the value can be selected.
  const mayCopy = typeof navigator !== "undefined" && "clipboard" in navigator;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <code ref={text} translate="no">
          {value}
        </code>
      </dd>
      {mayCopy && (
        <dd>
          <Button size="small" onPress={copy}>
            <Trans>
              Copy <span className="unseen">{label}</span>
            </Trans>
          </Button>
        </dd>
      )}
    </div>
  );
}
