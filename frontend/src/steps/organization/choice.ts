import { useLingui } from "@lingui/react/macro";
import { ChooseOrganizationDocument } from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import { useVersion } from "../stale";
import type { OrganizationStepProps } from "./props";

/** Maps the order to an organization; `mine` is the name of the one that is chosen now, for the case of a conflict. */
export function useChoice({ order, slot, next, update }: OrganizationStepProps, mine: string) {
  const { t } = useLingui();
  const { run, refuse, payload, ...done } = useApiMutation(ChooseOrganizationDocument);
  const { version, conflict, act, accept } = useVersion(order, done);
  const now = payload?.order ?? order;
  const theirs = slot === "PARTNER" ? now.partnerOrganization : now.customerOrganization;

  async function choose(organizationId: string) {
    const saved = await run({ input: { orderId: order.id, slot, organizationId, expectedVersion: version } });
    if (saved?.order) next(saved.order);
  }

  return {
    act,
    choose,
    refuse,
    stale: {
      conflict,
      ...(theirs && {
        differences:
          theirs.displayName === mine
            ? []
            : [{ id: "organization", label: t`Organization`, mine, theirs: theirs.displayName }],
      }),
      onContinue: (taken: Set<string>) => {
        accept();
        if (taken.has("organization")) next(now);
        else update(now);
      },
    },
  };
}
