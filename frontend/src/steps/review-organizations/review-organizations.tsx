import { Trans, useLingui } from "@lingui/react/macro";
import { Suspense } from "react";
import { consequences } from "../../acts/consequences";
import { CustomerAdministratorField } from "../../acts/customer-administrator-field";
import { ConfirmOrganizationsDocument, type OrganizationFactsFragment } from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import { isMapped } from "../../lib/journey";
import { page } from "../../lib/page";
import { problem } from "../../lib/problem";
import type { StepProps } from "../../lib/step";
import { AccessLine, AccessPicture } from "../../ui/access-picture";
import { Button, ButtonLink } from "../../ui/button";
import { Checkbox } from "../../ui/checkbox";
import { StepPage } from "../../ui/step-page";
import { SummaryList, SummaryRow } from "../../ui/summary-list";
import { OrganizationFactRows } from "../organization/organization-facts";
import { useDraft } from "../service/draft";
import { Typed } from "../service/typed";
import { Stale, useVersion } from "../stale";
import { PartnerRole } from "./partner-role";
import "./review-organizations.css";

/** With its dialog, which only comes after the organizations are confirmed. */
const UndoMapping = page("steps", async () => ({
  default: (await import("../organization/undo-mapping")).UndoMapping,
}));

/** The organizations for a last look; Next confirms them. Afterwards they can only be undone. */
export default function ReviewOrganizationsStep(props: StepProps) {
  const { order, back, href, next, update } = props;
  const { t, i18n } = useLingui();
  const { run, refuse, payload, ...done } = useApiMutation(ConfirmOrganizationsDocument);
  const { version, conflict, act, accept } = useVersion(order, done);
  const draft = useDraft(order, "review-organizations", {
    isHandedOver: order.customerSetsUpServices,
    email: order.customerAdminEmail ?? "",
  });
  const { isHandedOver, email } = draft.values;
  const { partnerOrganization: partner, customerOrganization: customer } = order;
  const asksWho = isHandedOver && order.needsCustomerAdminEmail;
  const isDone = isMapped(order);
  const says = consequences.confirmOrganizations(order, isHandedOver);
  const mayUndo = order.allowedMutations.includes("undoMapping");

  async function confirm() {
    if (asksWho && !email.trim()) {
      refuse([problem("customerAdminEmail", t`Enter the email address of the customer’s administrator`)]);
      return;
    }
    const saved = await run({
      input: {
        orderId: order.id,
        customerSetsUpServices: isHandedOver,
        customerAdminEmail: asksWho ? email : null,
        expectedVersion: version,
      },
    });
    if (!saved?.order) return;
    draft.forget();
    next(saved.order);
  }

  return (
    <StepPage
      back={back}
      title={
        partner ? t`Review the details of these organizations` : t`Review the details of this organization`
      }
      lead={
        !isDone ? (
          `${i18n._(says.follows)} ${i18n._(says.undo)}`
        ) : mayUndo ? (
          <Trans>The order is mapped. You can undo this until you click Close for the first service.</Trans>
        ) : (
          <Trans>The order is mapped.</Trans>
        )
      }
      act={act}
      {...(!isDone && { onSubmit: confirm })}
    >
      <Stale
        conflict={conflict}
        onContinue={() => {
          accept();
          if (payload?.order) update(payload.order);
        }}
      />
      {!isDone && (
        <Typed
          order={order}
          draft={draft}
          mine={draft.values}
          facets={() => [
            {
              id: "email",
              label: t`My customer will set up their own services`,
              show: ({ isHandedOver, email }) => (isHandedOver ? email || t`Yes` : t`No`),
              take: (_, theirs) => theirs,
            },
          ]}
          onSettled={draft.rebase}
        />
      )}
      {partner && (
        <Part
          title={t`Partner organization`}
          organization={partner}
          change={{ href: href("partner-organization"), what: t`partner organization` }}
          isDone={isDone}
        />
      )}
      {customer && (
        <Part
          title={partner ? t`Customer organization` : t`Your organization`}
          organization={customer}
          change={{
            href: href("customer-organization"),
            what: partner ? t`customer organization` : t`your organization`,
          }}
          isDone={isDone}
        >
          {partner && <PartnerRole order={order} />}
        </Part>
      )}
      {order.access.length > 0 && (
        <section className="review-part">
          <h2>
            <Trans>Who gets access</Trans>
          </h2>
          <AccessPicture root={<strong>{customer?.displayName}</strong>}>
            {order.access.map(({ who, message }) => (
              <AccessLine key={who + message} who={who} may={message} />
            ))}
          </AccessPicture>
        </section>
      )}
      {partner && !isDone && (
        <div className="review-hand-over">
          <Checkbox
            name="customerSetsUpServices"
            isSelected={isHandedOver}
            onChange={(isHandedOver) => draft.change({ isHandedOver, email })}
            hint={
              <Trans>
                We email the customer’s administrator to continue with service setup. You do not lose access
                to the customer’s organization.
              </Trans>
            }
          >
            <Trans>My customer will set up their own services</Trans>
          </Checkbox>
          {asksWho && (
            <div className="review-administrator">
              <CustomerAdministratorField
                value={email}
                onChange={(email) => draft.change({ isHandedOver, email })}
              />
            </div>
          )}
        </div>
      )}
      {!isDone && <p className="small ink-2 review-told">{i18n._(says.told)}</p>}
      <div className="actions">
        {isDone ? (
          <>
            <ButtonLink variant="primary" href={href("services")}>
              <Trans>Next</Trans>
            </ButtonLink>
            <Suspense>
              <UndoMapping order={order} next={next} />
            </Suspense>
          </>
        ) : (
          <Button type="submit" variant="primary" isPending={act.pending}>
            <Trans>Next</Trans>
          </Button>
        )}
      </div>
    </StepPage>
  );
}

type PartProps = {
  title: string;
  organization: OrganizationFactsFragment;
  change: { href: string; what: string };
  /** Mapped already: nothing can be changed here. */
  isDone: boolean;
  children?: React.ReactNode;
};

function Part({ title, organization, change, isDone, children }: PartProps) {
  const { t } = useLingui();
  return (
    <section className="review-part">
      <h2>{title}</h2>
      <SummaryList>
        <SummaryRow label={t`Organization`} {...(!isDone && { change })}>
          <strong>{organization.displayName}</strong>
          {organization.status === "PROVISIONAL" && (
            <>
              {" "}
              <span className="ink-3">
                <Trans>new</Trans>
              </span>
            </>
          )}
        </SummaryRow>
        <OrganizationFactRows organization={organization} />
        {children}
      </SummaryList>
    </section>
  );
}
