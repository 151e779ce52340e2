import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useLocation } from "wouter";
import { ConsequenceList } from "../../acts/consequence-list";
import { consequences } from "../../acts/consequences";
import { type Audience, ChooseAudienceDocument, DelegateOrderDocument } from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import { row } from "../../lib/format";
import type { WizardOrder } from "../../lib/order";
import { problem } from "../../lib/problem";
import type { StepProps } from "../../lib/step";
import { setUnsaved } from "../../lib/unsaved";
import { Button } from "../../ui/button";
import { Icon } from "../../ui/icon";
import { RadioCard, RadioCards } from "../../ui/radio-card";
import { StepPage } from "../../ui/step-page";
import { TextField } from "../../ui/text-field";
import { toast } from "../../ui/toast";
import type { Facet } from "../service/choice";
import { useDraft } from "../service/draft";
import { Typed } from "../service/typed";
import { Stale, useVersion } from "../stale";
import { ChangeAudience } from "./change-audience";
import "./audience.css";

type Answer = Audience | "SOMEONE_ELSE";
type Values = { answer: Answer | null; email: string };

/** Who it’s for is the order: a customer, the contact's own company, or is somebody else to complete it? */
export default function AudienceStep({ order, back, next, update }: StepProps) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const draft = useDraft<Values>(order, "audience", { answer: order.audience, email: "" });
  const { answer, email } = draft.values;
  const setAnswer = (answer: Answer | null) => draft.change({ answer, email });
  const [isAsking, setAsking] = useState(false);
  const choose = useApiMutation(ChooseAudienceDocument);
  const delegate = useApiMutation(DelegateOrderDocument);
  const isElse = answer === "SOMEONE_ELSE";
  const { version, conflict, act, accept } = useVersion(order, isElse ? delegate : choose);
  const labels = useLabels();

  async function handOver() {
    if (!email.trim()) {
      delegate.refuse([problem("email", t`Enter the email address of the person`)]);
      return;
    }
    const payload = await delegate.run({ input: { orderId: order.id, email, expectedVersion: version } });
    if (!payload) return;
    draft.forget();
    setUnsaved(false);
    toast(t`Handed over. We emailed a new link to ${email}.`);
    navigate(`/orders/${order.id}`);
  }

  async function save(audience: Audience) {
    setAsking(false);
    const payload = await choose.run({ input: { orderId: order.id, audience, expectedVersion: version } });
    if (!payload?.order) return;
    draft.forget();
    next(payload.order);
  }

  function submit() {
    if (answer === null) choose.refuse([problem("audience", t`Choose who this order is for`)]);
    else if (answer === "SOMEONE_ELSE") handOver();
    else if (dropsOrganizations(order, answer)) setAsking(true);
    else save(answer);
  }

  const theirs = choose.payload?.order?.audience ?? order.audience;
  const contact = order.provisioningContactEmail;
  return (
    <StepPage
      back={back}
      title={t`Who is this order for?`}
      lead={
        <>
          <AboutOrder order={order} />{" "}
          <Trans>
            When you click Next, we check the provisioning contact email {contact} against the existing Webex
            organizations.
          </Trans>
        </>
      }
      act={act}
      onSubmit={submit}
      unsaved={isElse && email !== ""}
    >
      <Stale
        conflict={conflict}
        differences={
          theirs && answer && theirs !== answer
            ? [
                {
                  id: "audience",
                  label: t`Who is this order for?`,
                  mine: labels[answer],
                  theirs: labels[theirs],
                },
              ]
            : []
        }
        onContinue={(taken) => {
          if (taken.has("audience")) setAnswer(theirs);
          if (choose.payload?.order) update(choose.payload.order);
          accept();
        }}
      />
      <Typed
        order={order}
        draft={draft}
        mine={draft.values}
        facets={() => facetsOf(labels, t`Who is this order for?`)}
        onSettled={draft.rebase}
      />
      <RadioCards
        name="audience"
        label={t`Who is this order for?`}
        value={answer}
        onChange={(value) => setAnswer(value as Answer)}
      >
        <RadioCard value="CUSTOMER" title={labels.CUSTOMER}>
          <span>
            <Trans>You are a partner. You choose your own organization first, then your customer’s.</Trans>
          </span>
          <span className="audience-advice ink-3">
            <Icon name="info" size={16} />
            <span>
              <Trans>
                We advise partners to set up on the customer’s behalf: you can then support them after setup
                is complete.
              </Trans>
            </span>
          </span>
        </RadioCard>
        <RadioCard value="OWN_COMPANY" title={labels.OWN_COMPANY}>
          <Trans>You choose one organization: your own.</Trans>
        </RadioCard>
        <RadioCard
          value="SOMEONE_ELSE"
          title={labels.SOMEONE_ELSE}
          reveal={
            isElse && (
              <TextField
                name="email"
                type="email"
                autoComplete="off"
                label={t`Email address of the person who will complete the order`}
                value={email}
                onChange={(email) => draft.change({ answer, email })}
              />
            )
          }
        >
          {isElse ? (
            <ConsequenceList says={consequences.delegateOrder(order)} quiet />
          ) : (
            <Trans>We email that person a link. You can take the order back until they first sign in.</Trans>
          )}
        </RadioCard>
      </RadioCards>
      <div className="actions">
        <Button type="submit" variant="primary" isPending={act.pending}>
          <Trans>Next</Trans>
        </Button>
      </div>
      <ChangeAudience
        order={order}
        isOpen={isAsking}
        act={act}
        onClose={() => setAsking(false)}
        onChange={() => answer && answer !== "SOMEONE_ELSE" && save(answer)}
      />
    </StepPage>
  );
}

/** What two people may have changed: the answer, with the address that belongs to it. */
function facetsOf(labels: Record<Answer, string>, label: string): Facet<Values>[] {
  const show = ({ answer, email }: Values) => row([answer && labels[answer], email]);
  return [{ id: "answer", label, show, take: (_, theirs) => theirs }];
}

function useLabels(): Record<Answer, string> {
  const { t } = useLingui();
  return {
    CUSTOMER: t`This order is for a customer`,
    OWN_COMPANY: t`This order is for my company`,
    SOMEONE_ELSE: t`I want someone else to complete this order`,
  };
}

function dropsOrganizations(order: WizardOrder, answer: Audience): boolean {
  const hasChosen = Boolean(order.partnerOrganization || order.customerOrganization);
  return hasChosen && order.audience !== null && order.audience !== answer;
}

/** "Webex Suite subscription for Brandt Logistik GmbH, 250 licenses, 36 months." */
function AboutOrder({ order }: { order: WizardOrder }) {
  const { companyName, subscription } = order;
  if (!subscription) return companyName;
  const { offer, termMonths, licenses } = subscription;
  // A suite counts its people once, however many services each of them gets.
  const people = Math.max(0, ...licenses.map(({ totalUnits }) => totalUnits));
  const licensed = plural(people, { one: "# license", other: "# licenses" });
  const term = plural(termMonths, { one: "# month", other: "# months" });
  return (
    <Trans>
      {offer} subscription for {companyName}, {licensed}, {term}.
    </Trans>
  );
}
