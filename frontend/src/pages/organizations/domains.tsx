import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import { Confirmation } from "../../acts/confirmation";
import { organizationConsequences } from "../../acts/organization-consequences";
import {
  AddDomainDocument,
  CheckDomainDocument,
  ClaimDomainDocument,
  RemoveDomainDocument,
} from "../../gql/graphql";
import { announce } from "../../lib/announce";
import { useApiMutation } from "../../lib/api-mutation";
import { problem } from "../../lib/problem";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { ErrorSummary } from "../../ui/error-summary";
import { FailureBanner } from "../../ui/failure-banner";
import { Form } from "../../ui/form";
import { Section } from "../../ui/hub-page";
import { Reference } from "../../ui/reference";
import { StatusWord } from "../../ui/status";
import { TextField } from "../../ui/text-field";
import { toast } from "../../ui/toast";
import type { Domain, Organization } from "./organization";
import { Verification } from "./verification";
import "./domains.css";

const states = {
  PENDING: { tone: "wait", words: msg`Not verified yet` },
  VERIFIED: { tone: "done", words: msg`Verified` },
  CLAIMED: { tone: "done", words: msg`Claimed` },
} as const;

type Changing = { organization: Organization; reload: () => void };

/** The domains of an organization, for those who add, prove, claim and remove them. */
export function Domains({ organization, reload }: Changing) {
  const { t } = useLingui();
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<string | null>(null);
  return (
    <Section
      title={t`Domains`}
      action={
        !adding && (
          <Button size="small" icon="plus" onPress={() => setAdding(true)}>
            <Trans>Add a domain</Trans>
          </Button>
        )
      }
    >
      {adding && (
        <AddDomain
          organization={organization}
          onCancel={() => setAdding(false)}
          onAdded={(name) => {
            setAdding(false);
            setAdded(name);
            reload();
          }}
        />
      )}
      {organization.domains.length === 0 && !adding && (
        <p className="small ink-2">
          <Trans>
            Without a verified domain, orders find this organization only by the people who belong to it.
          </Trans>
        </p>
      )}
      <ul className="domains">
        {organization.domains.map((domain) => (
          <DomainItem
            key={domain.name}
            organization={organization}
            domain={domain}
            isNew={domain.name === added}
            reload={reload}
          />
        ))}
      </ul>
    </Section>
  );
}

type AddDomainProps = {
  organization: Organization;
  onAdded: (name: string | null) => void;
  onCancel: () => void;
};

function AddDomain({ organization, onAdded, onCancel }: AddDomainProps) {
  const { t } = useLingui();
  const act = useApiMutation(AddDomainDocument);
  const [domain, setDomain] = useState("");
  async function run() {
    if (!domain.trim()) {
      act.refuse([problem("domain", t`Enter a domain.`)]);
      return;
    }
    const payload = await act.run({ input: { organizationId: organization.id, domain } });
    if (!payload) return;
    const before = new Set(organization.domains.map(({ name }) => name));
    onAdded(payload.organization?.domains.find(({ name }) => !before.has(name))?.name ?? null);
  }
  return (
    <div className="domain-form">
      <ErrorSummary errors={act.errors} />
      {act.failure && <FailureBanner failure={act.failure} during="save" onRetry={run} />}
      <Form errors={act.errors} onSubmit={run}>
        <TextField
          name="domain"
          label={t`Domain`}
          hint={t`The part after the @ in the addresses of your company, such as example.com.`}
          value={domain}
          onChange={setDomain}
          inputMode="url"
          spellCheck="false"
          autoComplete="off"
          maxLength={300}
          autoFocus
        />
        <div className="actions">
          <Button type="submit" variant="primary" isPending={act.pending}>
            <Trans>Add</Trans>
          </Button>
          <Button variant="quiet" onPress={onCancel}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </Form>
    </div>
  );
}

type DomainItemProps = Changing & { domain: Domain; isNew: boolean };

function DomainItem({ organization, domain, isNew, reload }: DomainItemProps) {
  const { t, i18n } = useLingui();
  const { name, state, verification } = domain;
  const check = useApiMutation(CheckDomainDocument);
  const claim = useApiMutation(ClaimDomainDocument);
  const add = useApiMutation(AddDomainDocument);
  const [removing, setRemoving] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const input = { input: { organizationId: organization.id, domain: name } };
  useEffect(() => {
    if (isNew) heading.current?.focus();
  }, [isNew]);
  const acts = [check, claim, add];

  async function checkNow() {
    const payload = await check.run(input);
    if (!payload) return;
    const now = payload.organization?.domains.find((one) => one.name === name);
    if (now?.verification?.message) announce(now.verification.message);
    if (now?.state !== "PENDING") toast(t`${name} is verified`);
    reload();
  }

  async function change(act: typeof claim, done: string) {
    if (!(await act.run(input))) return;
    toast(done);
    reload();
  }

  return (
    <li className="domain">
      <div className="domain-head">
        <h3 ref={heading} tabIndex={-1}>
          {name}
        </h3>
        <StatusWord tone={states[state].tone}>{i18n._(states[state].words)}</StatusWord>
        <span className="domain-actions">
          {state === "PENDING" && verification && (
            <Button size="small" isPending={check.pending} onPress={checkNow}>
              <Trans>
                Check now <span className="unseen">{name}</span>
              </Trans>
            </Button>
          )}
          {state === "PENDING" && !verification && (
            <Button
              size="small"
              isPending={add.pending}
              onPress={() => change(add, t`Set the record that is shown now`)}
            >
              <Trans>
                Verify <span className="unseen">{name}</span>
              </Trans>
            </Button>
          )}
          {state === "VERIFIED" && (
            <Button
              size="small"
              isPending={claim.pending}
              onPress={() => change(claim, t`${name} is claimed`)}
            >
              <Trans>
                Claim <span className="unseen">{name}</span>
              </Trans>
            </Button>
          )}
          <Button size="small" variant="quiet" onPress={() => setRemoving(true)}>
            <Trans>
              Remove <span className="unseen">{name}</span>
            </Trans>
          </Button>
        </span>
      </div>
      {acts.map(
        ({ errors: [error] }) =>
          error && (
            <p key={error.message} className="domain-refused" role="alert">
              {error.message} <Reference id={error.reference} />
            </p>
          ),
      )}
      {acts.map(
        ({ failure }) =>
          failure && <FailureBanner key={failure.kind} failure={failure} during="save" onRetry={reload} />,
      )}
      <Verification domain={domain} />
      <Dialog title={t`Remove ${name}?`} isOpen={removing} onClose={() => setRemoving(false)}>
        <RemoveDomain
          organization={organization}
          domain={domain}
          onClose={() => setRemoving(false)}
          reload={reload}
        />
      </Dialog>
    </li>
  );
}

function RemoveDomain({
  organization,
  domain,
  onClose,
  reload,
}: Changing & { domain: Domain; onClose: () => void }) {
  const { t } = useLingui();
  const act = useApiMutation(RemoveDomainDocument);
  const { name } = domain;
  async function run() {
    if (!(await act.run({ input: { organizationId: organization.id, domain: name } }))) return;
    toast(t`${name} is removed`);
    onClose();
    reload();
  }
  return (
    <Confirmation
      says={organizationConsequences.removeDomain({ isProved: domain.state !== "PENDING" })}
      verb={t`Remove`}
      danger
      act={act}
      onConfirm={run}
      onClose={onClose}
    />
  );
}
