import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { list } from "../../lib/format";
import type { WizardOrder, WizardService } from "../../lib/order";
import type { StepProps } from "../../lib/step";
import {
  provisioningTones,
  provisioningWords,
  serviceIcons,
  serviceNames,
  serviceStatus,
} from "../../lib/words";
import { ButtonLink } from "../../ui/button";
import { StatusWord } from "../../ui/status";
import { StepPage } from "../../ui/step-page";
import { Task, TaskList } from "../../ui/task-list";
import { summaryLink } from "../service/summary-link";
import { AdministratorRights } from "./administrator-rights";
import "./done.css";

/** Everything is provisioned: what there is now, and where it is administered. */
export function Finished({ order, update }: StepProps) {
  const { t, i18n } = useLingui();
  const company = order.customerOrganization?.displayName ?? order.companyName;
  const main = order.services.filter(({ kind }) => kind !== "MESSAGING" || order.services.length === 1);
  const services = list(main.map(({ kind }) => i18n._(serviceNames[kind])));
  const email = order.provisioningContactEmail;
  const summary = summaryLink(order, i18n.locale);
  return (
    <StepPage
      back={null}
      title={t`Everything is set up`}
      lead={
        <Trans>
          {company} can use {services} now. We sent the order summary to {email}.
        </Trans>
      }
    >
      <TaskList>
        {order.services.map((service) => {
          const status = serviceStatus(service.state);
          return (
            <Task
              key={service.id}
              icon={serviceIcons[service.kind]}
              title={i18n._(serviceNames[service.kind])}
              aside={
                <StatusWord tone={provisioningTones[status]}>{i18n._(provisioningWords[status])}</StatusWord>
              }
            >
              <WhatThereIs order={order} service={service} />
            </Task>
          );
        })}
      </TaskList>
      <div className="actions">
        <ButtonLink variant="primary" href={`/orders/${order.id}`}>
          <Trans>Open Control Hub</Trans>
        </ButtonLink>
        {summary && (
          <ButtonLink icon="download" href={summary} external>
            <Trans>Download order summary (PDF)</Trans>
          </ButtonLink>
        )}
      </div>
      <AdministratorRights order={order} update={update} />
    </StepPage>
  );
}

function WhatThereIs({ order, service }: { order: WizardOrder; service: WizardService }) {
  const { t } = useLingui();
  if (service.__typename === "MeetingsService") {
    return (
      <ul>
        {service.sites.map(({ id, siteName }) => (
          <li key={id}>
            <a href={`https://${siteName}.webex.com`} rel="noreferrer">
              {siteName}.webex.com
            </a>
          </li>
        ))}
      </ul>
    );
  }
  if (service.__typename === "CallingService") {
    const { location } = service;
    return location && [location.name, location.address.address1].join(", ");
  }
  const licenses = order.subscription?.licenses.filter((license) => license.service === service.kind) ?? [];
  const units = licenses.reduce((sum, { totalUnits }) => sum + totalUnits, 0);
  const licensed = plural(units, { one: "# license", other: "# licenses" });
  return t`Included, ${licensed}`;
}
