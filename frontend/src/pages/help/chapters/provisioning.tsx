import { Trans, useLingui } from "@lingui/react/macro";
import { Picture } from "../../../ui/picture";
import { StatusShape, StatusWord, type Tone } from "../../../ui/status";
import { DrawnBar } from "../drawn";
import { Do, Know, Meaning, Meanings, See } from "../sections";

export function Provisioning() {
  const { t } = useLingui();
  const done = 1;
  const all = 3;
  const steps: [Tone, string][] = [
    ["done", t`Create brandt.webex.com`],
    ["run", t`Assign the licenses of brandt.webex.com`],
    ["off", t`Create brandt-projekte.webex.com`],
  ];
  return (
    <>
      <See>
        <p>
          <Trans>Each service shows its steps as they happen. You don’t need to reload the page.</Trans>
        </p>
        <Picture caption={<Trans>The second of three steps is under way.</Trans>}>
          <div className="paper">
            <div className="paper-row drawn-spread">
              <StatusWord tone="run">{t`Provisioning`}</StatusWord>
              <span className="small ink-2 tabular">
                <Trans>
                  {done} of {all} steps
                </Trans>
              </span>
            </div>
            <DrawnBar value={done / all} />
            <ul className="drawn-steps">
              {steps.map(([tone, name]) => (
                <li key={name} data-tone={tone}>
                  <StatusShape tone={tone} />
                  {name}
                </li>
              ))}
            </ul>
          </div>
        </Picture>
        <Meanings>
          <Meaning of={<Trans>“Awaiting provisioning details”</Trans>}>
            <Trans>The service waits for your entries, or for “Close”.</Trans>
          </Meaning>
          <Meaning of={<Trans>“Provisioning”</Trans>}>
            <Trans>Its steps are under way.</Trans>
          </Meaning>
          <Meaning of={<Trans>“Provisioned”</Trans>}>
            <Trans>It can be used.</Trans>
          </Meaning>
          <Meaning of={<Trans>“Cannot provision”</Trans>}>
            <Trans>A step failed; the page says which one and why.</Trans>
          </Meaning>
        </Meanings>
      </See>
      <Do>
        <p>
          <Trans>
            If something fails, choose “Try again” if the problem was temporary, or “Change entries” if an
            entry was refused. What is already set up stays, and your entries are kept.
          </Trans>
        </p>
      </Do>
      <Know>
        <ul>
          <li>
            <Trans>It usually takes 2 minutes. You can leave the page: we email you when it is done.</Trans>
          </li>
          <li>
            <Trans>Meanwhile you can set up another service. They do not wait for each other.</Trans>
          </li>
        </ul>
      </Know>
    </>
  );
}
