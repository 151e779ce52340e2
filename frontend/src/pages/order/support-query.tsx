import { Trans, useLingui } from "@lingui/react/macro";
import { Section } from "../../ui/hub-page";

const whole = (orderNumber: string) => `query SupportOrder {
  orderByNumber(orderNumber: ${JSON.stringify(orderNumber)}) {
    id
    status
    provisioningStatus
    version
    nextStep
    waitingFor { role email since }
    requirements { currentlyDue { step mutation message } errors { code message field } }
    services { kind state failure steps { name state attempts message } }
    emails { kind to state attempts lastReply queuedAt sentAt }
    timeline(first: 20) { edges { node { at actor kind summary correlationId } } }
  }
}
`;

/** The way of the support desk from an order into GraphiQL, its query filled in. */
export function SupportQuery({ orderNumber }: { orderNumber: string }) {
  const { t } = useLingui();
  return (
    <Section title={t`Support`}>
      <p>
        <a href={`/graphiql?query=${encodeURIComponent(whole(orderNumber))}`}>
          <Trans>Open this order in GraphiQL</Trans>
        </a>
      </p>
    </Section>
  );
}
