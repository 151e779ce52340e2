import { Trans, useLingui } from "@lingui/react/macro";
import { TextButton } from "../../ui/button";
import { toast } from "../../ui/toast";

/** What finds the lines of the log that one request wrote. */
export default function LogSearch({ correlationId }: { correlationId: string }) {
  const { t } = useLingui();
  const search = `grep '"correlationId":"${correlationId}"'`;
  async function copy() {
    try {
      await navigator.clipboard.writeText(search);
      toast(t`Log search copied`);
    } catch {
      toast(t`Your browser doesn’t let us copy it`); // the text can be selected
    }
  }
  return (
    <>
      <div>
        <dt>
          <Trans>Correlation id</Trans>
        </dt>
        <dd>{correlationId}</dd>
      </div>
      <div>
        <dt>
          <Trans>Search in the log</Trans>
        </dt>
        <dd>
          <code translate="no">{search}</code>{" "}
          <TextButton onPress={copy}>
            <Trans>Copy</Trans>
          </TextButton>
        </dd>
      </div>
    </>
  );
}
