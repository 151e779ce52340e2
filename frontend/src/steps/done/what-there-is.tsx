import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { list, row } from "../../lib/format";
import type { WizardOrder, WizardService } from "../../lib/order";
import {
  provisioningTones,
  provisioningWords,
  serviceIcons,
  serviceNames,
  serviceStatus,
} from "../../lib/words";
import { StatusWord } from "../../ui/status";
import { Task, TaskList } from "../../ui/task-list";

/** Who can use what from now on, and to whom the order summary went. */
export function WhoCanUseIt({ order }: { order: WizardOrder }) {
  const { i18n } = useLingui();
  const company = order.customerOrganization?.displayName ?? order.companyName;
  const main = order.services.filter(({ kind }) => kind !== "MESSAGING" || order.services.length === 1);
  const services = list(main.map(({ kind }) => i18n._(serviceNames[kind])));
  const email = order.provisioningContactEmail;
  return (
    <Trans>
      {company} can use {services} now. We sent the order summary to {email}.
    </Trans>
  );
}

/** The services that are provisioned, each with its sites, location or licenses. */
export function WhatThereIs({ order }: { order: WizardOrder }) {
  const { i18n } = useLingui();
  return (
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
            <Results order={order} service={service} />
          </Task>
        );
      })}
    </TaskList>
  );
}

function Results({ order, service }: { order: WizardOrder; service: WizardService }) {
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
    return location && <span>{row([location.name, location.address.address1])}</span>;
  }
  const licenses = order.subscription?.licenses.filter((license) => license.service === service.kind) ?? [];
  const units = licenses.reduce((sum, { totalUnits }) => sum + totalUnits, 0);
  const licensed = plural(units, { one: "# license", other: "# licenses" });
  return <span>{t`Included, ${licensed}`}</span>;
}
