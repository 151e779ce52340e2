import { Trans } from "@lingui/react/macro";
import { withBase } from "../../../lib/base-path";
import { Picture } from "../../../ui/picture";
import { Do, Know, See } from "../sections";
import { Station, Way } from "../way";

const mutation = `mutation {
  placeOrder(input: {
    orderNumber: "DE-4500127"
    offer: "Webex Suite"
    companyName: "Brandt Logistik GmbH"
    termMonths: 36
    provisioningContactEmail: "lena.vogt@halden.example"
    requestedStartDate: "2026-11-23"
    sellerName: "Nordlicht IT-Handel"
    licenses: [{
      name: "Meetings", service: MEETINGS
      scope: PER_SITE, totalUnits: 250
    }]
  }) {
    order { id status }
    userErrors { code field message }
  }
}`;

export function PlacingOrders() {
  return (
    <>
      <See>
        <p>
          <Trans>
            One mutation places an order. The contact gets the welcome email on the requested start date.
          </Trans>
        </p>
        <Picture caption={<Trans>Who does what.</Trans>}>
          <Way>
            <Station icon="plus" title="placeOrder">
              <Trans>System of the seller</Trans>
            </Station>
            <Station icon="mail" title={<Trans>Welcome email</Trans>}>
              Control Hub
            </Station>
            <Station icon="check" title={<Trans>Setup</Trans>}>
              <Trans>Provisioning contact</Trans>
            </Station>
          </Way>
        </Picture>
      </See>
      <Do>
        <ol>
          <li>
            <Trans>
              Ask the operator of Control Hub for a token and send it as <code>Authorization: Bearer …</code>.
            </Trans>
          </li>
          <li>
            <Trans>
              Try the mutation in <a href={withBase("/graphiql")}>GraphiQL</a>; all fields are in the{" "}
              <a href={withBase("/schema.graphql")}>schema</a>.
            </Trans>
          </li>
          <li>
            <Trans>
              Send it to <code>POST /graphql</code>.
            </Trans>
          </li>
        </ol>
        <pre className="guide-code">
          <code>{mutation}</code>
        </pre>
      </Do>
      <Know>
        <ul>
          <li>
            <Trans>
              Expected failures are data: <code>userErrors</code> names them all at once, each with a code and
              its field.
            </Trans>
          </li>
          <li>
            <Trans>
              The same order sent twice is one order. <code>Idempotency-Key</code> makes any mutation safe to
              send again.
            </Trans>
          </li>
          <li>
            <Trans>
              <code>order.requirements</code> says what is due now and which mutation to send. A system with
              the contact’s session can complete an order this way, without the pages.
            </Trans>
          </li>
        </ul>
      </Know>
    </>
  );
}
