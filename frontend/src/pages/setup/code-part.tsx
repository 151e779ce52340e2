import { Trans } from "@lingui/react/macro";
import { TextButton } from "../../ui/button";
import { CodeField } from "../../ui/code-field";
import type { useOpening } from "./opening";

type Opening = Pick<ReturnType<typeof useOpening>, "code" | "setCode" | "sendAgain">;

/** Asks for the code that was mailed because another browser opened the link before. */
export function CodePart({ code, setCode }: Opening) {
  return <CodeField value={code} onChange={setCode} />;
}

/** Below the form: the way to another code. */
export function CodeHelp({ sendAgain }: Opening) {
  return (
    <p className="small ink-2 card-help">
      <Trans>
        No email after a minute? <TextButton onPress={sendAgain}>Send a new code</TextButton>
      </Trans>
    </p>
  );
}
