import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { LostMailSellersDocument } from "../../gql/graphql";
import { useApiQuery } from "../../lib/api-query";
import { list } from "../../lib/format";
import { signInHref } from "../../lib/redirects";
import { ButtonLink } from "../../ui/button";
import { CardPage } from "../../ui/card-page";
import { SalesContact } from "./sales-contact";
import "./setup.css";

/** What to do when the welcome email did not arrive; names the seller of the orders of a signed-in person. */
export default function LostMail() {
  const { t } = useLingui();
  const { data } = useApiQuery(LostMailSellersDocument, {});
  const seen = data?.viewer?.orders.edges.map(({ node }) => node) ?? [];
  const orders = seen.filter(({ viewerRole }) => viewerRole !== "SALESPERSON");
  const sold = seen.length - orders.length;
  const sellers = Map.groupBy(orders, ({ seller }) => `${seller.name} ${seller.contactEmail}`);
  return (
    <CardPage
      title={t`No welcome email?`}
      lead={<Trans>It may be in your spam folder, or another person is the contact.</Trans>}
    >
      <div className="setup-renew">
        {data?.viewer ? (
          <ButtonLink variant="primary" href="/">
            <Trans>Open Control Hub</Trans>
          </ButtonLink>
        ) : (
          <ButtonLink variant="primary" href="/sign-in">
            <Trans>Sign in with your email address</Trans>
          </ButtonLink>
        )}
        <p className="small ink-3">
          <Trans>If an order is waiting for you, you’ll find it in Control Hub even without the email.</Trans>
        </p>
      </div>
      <div className="card-aside">
        <strong>
          <Trans>Nothing there?</Trans>
        </strong>
        {orders.length === 0 && <SalesContact seller={null} />}
        {[...sellers].map(([key, theirs]) => (
          <div key={key} className="lost-mail-seller">
            <SalesContact seller={theirs[0]?.seller ?? null} />
            <p className="ink-3">
              <Trans>Orders: {list(theirs.map(({ orderNumber }) => orderNumber))}</Trans>
            </p>
          </div>
        ))}
      </div>
      <div className="card-aside">
        <strong>
          <Trans>Did you sell the order?</Trans>
        </strong>
        <p>
          <Trans>
            As its salesperson, you see what became of each email. You can have the welcome email sent again
            and change the contact.
          </Trans>
        </p>
        <p>
          <Link href={sold > 0 ? "/orders" : signInHref("/orders", false)}>
            <Trans>See the orders you sold</Trans>
          </Link>
        </p>
      </div>
    </CardPage>
  );
}
