import { plural } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { number } from "../../lib/format";
import { DrawnCandidate } from "../../ui/drawn-card";
import { Picture } from "../../ui/picture";
import { LatestActivity } from "./candidate";

const domain = "example.com";
const users = 1200;
const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000).toISOString();

function Mark({ number }: { number: number }) {
  return (
    <span className="drawn-mark" aria-hidden="true">
      {number}
    </span>
  );
}

/** Below the candidates: an annotated picture of a card, by which each of them is checked. */
export function HowToCheck() {
  return (
    <section className="organization-check">
      <h2>
        <Trans>How to check an organization</Trans>
      </h2>
      <Picture
        caption={
          <ol className="organization-check-points">
            <li>
              <Mark number={1} />
              <Trans>
                <strong>Verified or claimed domains.</strong> The organization has proved that it owns these
                domains. One of them should be the company’s.
              </Trans>
            </li>
            <li>
              <Mark number={2} />
              <Trans>
                <strong>Number of active users.</strong> It should fit the size of the company.
              </Trans>
            </li>
            <li>
              <Mark number={3} />
              <Trans>
                <strong>Latest user activity.</strong> Without verified domains and activity in the last year,
                it is probably not the right one.
              </Trans>
            </li>
            <li>
              <Mark number={4} />
              <Trans>
                <strong>The last line</strong> says why the organization is proposed, or warns you about it.
              </Trans>
            </li>
          </ol>
        }
      >
        <DrawnCandidate
          title="Example GmbH"
          country="DE"
          facts={[
            <span key="domain">
              <Mark number={1} />
              {domain} <Trans>verified</Trans>
            </span>,
            <span key="users">
              <Mark number={2} />
              {number(users)} {plural(users, { one: "active user", other: "active users" })}
            </span>,
            <span key="when">
              <Mark number={3} />
              <LatestActivity at={yesterday} />
            </span>,
          ]}
          evidence={
            <>
              <Mark number={4} />
              <Trans>Verified {domain}.</Trans>
            </>
          }
        />
      </Picture>
    </section>
  );
}
