import { Trans } from "@lingui/react/macro";

type Seller = { name: string; contactEmail: string | null } | null;

/** Whom to ask when no email arrives; named only where the server names the seller. */
export function SalesContact({ seller }: { seller: Seller }) {
  if (!seller) {
    return (
      <p>
        <Trans>Contact the salesperson with whom you placed the order.</Trans>
      </p>
    );
  }
  return (
    <p>
      <Trans>Contact the salesperson with whom you placed the order: {seller.name}</Trans>
      {seller.contactEmail && (
        <>
          , <a href={`mailto:${seller.contactEmail}`}>{seller.contactEmail}</a>
        </>
      )}
      .
    </p>
  );
}
