import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { ConsequenceList } from "../../acts/consequence-list";
import { organizationConsequences } from "../../acts/organization-consequences";
import { LicensesToMoveDocument, type LicensesToMoveQuery, MoveLicensesDocument } from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import { useApiQuery } from "../../lib/api-query";
import { number } from "../../lib/format";
import { useNumberWords } from "../../lib/number-words";
import { type Problem, problem } from "../../lib/problem";
import { useReloadWhile } from "../../lib/reload-while";
import { setUnsaved } from "../../lib/unsaved";
import { wholeNumber } from "../../lib/whole-number";
import { provisioningTones, provisioningWords, serviceStatus } from "../../lib/words";
import { Button } from "../../ui/button";
import { ErrorSummary } from "../../ui/error-summary";
import { FailureBanner } from "../../ui/failure-banner";
import { Form } from "../../ui/form";
import { NumberField } from "../../ui/number-field";
import { Skeleton } from "../../ui/skeleton";
import { StatusWord } from "../../ui/status";
import type { Organization } from "./organization";
import "./sites.css";

type Order = NonNullable<LicensesToMoveQuery["order"]>;
type Meetings = Extract<Order["services"][number], { __typename: "MeetingsService" }>;
/** Units as typed, by license id, then site name. */
type Split = Record<string, Record<string, string>>;

type MoveLicensesProps = { orderId: string; organization: Organization; onClose: () => void };

/** Splits the licenses of an order anew over all sites of its organization, then shows how that is carried out. */
export function MoveLicenses({ orderId, organization, onClose }: MoveLicensesProps) {
  const { data, failure, reload } = useApiQuery(LicensesToMoveDocument, { id: orderId });
  const [moved, setMoved] = useState<Order | null>(null);
  const loaded = data?.order;
  // What the act answered is newer than what was loaded before it.
  const order = moved && moved.version > (loaded?.version ?? 0) ? moved : loaded;
  const meetings = order?.services.find((one): one is Meetings => one.__typename === "MeetingsService");
  const states = meetings?.steps.map(({ state }) => state) ?? [];
  const hasFailed = states.includes("FAILED");
  // After a failure nothing goes on by itself.
  const isRunning = !hasFailed && states.some((state) => state !== "PROVISIONED");
  useReloadWhile(isRunning, reload);
  if (!order || !meetings) {
    return failure ? (
      <FailureBanner failure={failure} during="load" onRetry={reload} />
    ) : (
      <Skeleton shape="cards" />
    );
  }
  if (moved || isRunning) {
    return (
      <Moving meetings={meetings} hasFailed={hasFailed} onAgain={() => setMoved(null)} onClose={onClose} />
    );
  }
  return (
    <Fields
      order={order}
      meetings={meetings}
      organization={organization}
      onMoved={(order) => {
        setMoved(order);
        reload();
      }}
      onClose={onClose}
    />
  );
}

type MovingProps = { meetings: Meetings; hasFailed: boolean; onAgain: () => void; onClose: () => void };

function Moving({ meetings, hasFailed, onAgain, onClose }: MovingProps) {
  const { i18n } = useLingui();
  return (
    <>
      <ol className="move-steps">
        {meetings.steps.map(({ name, state, message }) => {
          const status = serviceStatus(state === "NOT_STARTED" ? "PROVISIONING" : state);
          return (
            <li key={name}>
              {name}:{" "}
              <StatusWord tone={provisioningTones[status]}>{i18n._(provisioningWords[status])}</StatusWord>
              {state === "FAILED" && message && <span className="site-failed small">{message}</span>}
            </li>
          );
        })}
      </ol>
      <div className="actions">
        {hasFailed && (
          <Button variant="primary" onPress={onAgain}>
            <Trans>Move again</Trans>
          </Button>
        )}
        <Button onPress={onClose} autoFocus>
          <Trans>Back to the sites</Trans>
        </Button>
      </div>
    </>
  );
}

type FieldsProps = {
  order: Order;
  meetings: Meetings;
  organization: Organization;
  onMoved: (order: Order) => void;
  onClose: () => void;
};

function Fields({ order, meetings, organization, onMoved, onClose }: FieldsProps) {
  const { t } = useLingui();
  const words = useNumberWords();
  const act = useApiMutation(MoveLicensesDocument);
  const licenses = meetings.licenses.filter(({ scope }) => scope === "PER_SITE");
  const names = sitesOf(meetings, organization);
  const [split, setSplit] = useState<Split>(() => savedSplit(meetings));
  useEffect(() => () => setUnsaved(false), []);
  const given = (license: string) => names.reduce((sum, site) => sum + unitsOf(split[license]?.[site]), 0);
  const first = (license: string | undefined) => fieldOf(license ?? "", names[0] ?? "");
  async function save() {
    const wrong = licenses
      .filter(({ id, totalUnits }) => given(id) !== totalUnits)
      .map(({ id, name, totalUnits }) =>
        problem(first(id), t`${name}: ${number(given(id))} of ${number(totalUnits)} distributed.`),
      );
    if (wrong.length > 0) {
      act.refuse(wrong);
      return;
    }
    const allocations = licenses.flatMap(({ id }) =>
      names.map((siteName) => ({ siteName, licenseId: id, units: unitsOf(split[id]?.[siteName]) })),
    );
    const input = { serviceId: meetings.id, allocations, expectedVersion: order.version };
    const payload = await act.run({ input });
    if (!payload?.order) return;
    setUnsaved(false);
    onMoved(payload.order);
  }
  const errors = act.errors.map(
    (error): Problem =>
      error.field[0] === "allocations" ? { ...error, field: first(licenses[0]?.id).split(".") } : error,
  );
  return (
    <div className="move-form">
      <p className="small ink-2">
        <Trans>
          Licenses of the order {order.orderNumber}. A site may go without any; unless it is the primary one,
          it can then be removed.
        </Trans>
      </p>
      <ErrorSummary errors={errors} />
      {act.failure && <FailureBanner failure={act.failure} during="save" onRetry={save} />}
      <Form errors={errors} onSubmit={save}>
        {licenses.map(({ id, name, totalUnits }) => (
          <fieldset key={id} className="move-license">
            <legend>{name}</legend>
            <p className="move-sum small tabular" {...(given(id) !== totalUnits && { "data-off": "" })}>
              <Trans>
                {number(given(id))} of {number(totalUnits)} distributed
              </Trans>
            </p>
            {names.map((site, index) => (
              <NumberField
                key={site}
                name={fieldOf(id, site)}
                label={`${site}.webex.com`}
                value={split[id]?.[site] ?? ""}
                wrong={words(wholeNumber(split[id]?.[site] ?? ""))}
                isInvalid={index === 0 && act.errors.length > 0 && given(id) !== totalUnits}
                onChange={(typed) => {
                  setUnsaved(true);
                  setSplit((before) => ({ ...before, [id]: { ...before[id], [site]: typed } }));
                }}
              />
            ))}
          </fieldset>
        ))}
        <ConsequenceList says={organizationConsequences.moveLicenses()} quiet />
        <div className="actions">
          <Button type="submit" variant="primary" isPending={act.pending}>
            <Trans>Move licenses</Trans>
          </Button>
          <Button variant="quiet" onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </Form>
    </div>
  );
}

/** The organization's sites in use, and those of the order that have licenses. */
function sitesOf(meetings: Meetings, { sites }: Organization): string[] {
  const inUse = sites.filter(({ state }) => state === "PROVISIONED").map(({ siteName }) => siteName);
  const holding = meetings.sites
    .filter(({ allocations }) => allocations.some(({ units }) => units > 0))
    .map(({ siteName }) => siteName);
  return [...new Set([...inUse, ...holding])];
}

function savedSplit(meetings: Meetings): Split {
  const split: Split = {};
  for (const { siteName, allocations } of meetings.sites) {
    for (const { license, units } of allocations) {
      split[license.id] = { ...split[license.id], [siteName]: number(units) };
    }
  }
  return split;
}

function unitsOf(typed: string | undefined): number {
  const read = wholeNumber(typed ?? "");
  return read.kind === "number" ? read.value : 0;
}

/** A field's name; what is sent to the server has other ones. */
function fieldOf(license: string, site: string): string {
  return `units.${license}.${site}`;
}
