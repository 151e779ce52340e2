import { Trans, useLingui } from "@lingui/react/macro";
import { ButtonLink } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { HubPage } from "../ui/hub-page";

/** An address that leads nowhere. */
export default function NotFound() {
  const { t } = useLingui();
  return (
    <HubPage title={t`This page does not exist`}>
      <EmptyState
        title={<Trans>Check the address</Trans>}
        action={
          <ButtonLink href="/">
            <Trans>Open the start page</Trans>
          </ButtonLink>
        }
      >
        <Trans>Or go to the start page: your orders are there.</Trans>
      </EmptyState>
    </HubPage>
  );
}
