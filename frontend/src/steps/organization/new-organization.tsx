import { Trans, useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import {
  CreateOrganizationDocument,
  type CreateOrganizationInput,
  type OrganizationType,
} from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import { countryName } from "../../lib/format";
import { regionOf } from "../../lib/intl";
import type { WizardOrder } from "../../lib/order";
import { type Problem, problem } from "../../lib/problem";
import { CountryField } from "../../location/country-field";
import { Button } from "../../ui/button";
import { Combobox } from "../../ui/combobox";
import { Skeleton } from "../../ui/skeleton";
import { StepPage } from "../../ui/step-page";
import { TextField } from "../../ui/text-field";
import type { Draft } from "../service/draft";
import { Typed } from "../service/typed";
import { useChoices } from "./organization-facts";
import type { OrganizationStepProps, View } from "./props";

/** What is entered of an organization that is to be created. */
export type NewOrganization = {
  companyName: string;
  businessVertical: string | null;
  country: string | null;
};

/** What the order tells of the organization: the company that it was sold to, and the country of its partner. */
export function proposed(order: WizardOrder, slot: OrganizationType): NewOrganization {
  const { partnerOrganization: partner, customerOrganization: customer } = order;
  const before = slot === "PARTNER" ? partner : customer;
  if (before?.status === "PROVISIONAL") {
    return {
      companyName: before.displayName,
      businessVertical: before.businessVertical,
      country: before.country,
    };
  }
  const soldTo = slot === "CUSTOMER" ? order.country : null;
  return {
    companyName: slot === "CUSTOMER" ? order.companyName : "",
    businessVertical: null,
    country: soldTo ?? partner?.country ?? regionOf(navigator.language) ?? null,
  };
}

type Choices = NonNullable<ReturnType<typeof useChoices>>;

/** The entry without a country and a business vertical that cannot be chosen: "419" of "es-419" is Latin America. */
export function onlyKnown(entry: NewOrganization, choices: Choices | undefined): NewOrganization {
  if (!choices) return entry;
  const known = (code: string | null, among: readonly { code: string }[]) =>
    among.some((one) => one.code === code) ? code : null;
  return {
    ...entry,
    businessVertical: known(entry.businessVertical, choices.businessVerticals),
    country: known(entry.country, choices.countries),
  };
}

export function isComplete(
  entry: NewOrganization,
): entry is Pick<CreateOrganizationInput, "companyName" | "businessVertical" | "country"> {
  return Boolean(entry.companyName.trim() && entry.businessVertical && entry.country);
}

/** The act of creating, shared by the form and the page that shows its entries again. */
export function useCreateOrganization() {
  return useApiMutation(CreateOrganizationDocument);
}

export type NewOrganizationProps = OrganizationStepProps & {
  entry: NewOrganization;
  create: ReturnType<typeof useCreateOrganization>;
  open: (view: View) => void;
};

/** Company name, business vertical and country of a new organization. */
export function NewOrganizationForm({
  entry,
  create,
  open,
  draft,
  order,
  href,
  slot,
}: NewOrganizationProps & { draft: Draft<NewOrganization> }) {
  const { t } = useLingui();
  const choices = useChoices();
  const verticals = useMemo(
    () => choices?.businessVerticals.map(({ code, name }) => ({ id: code, name })) ?? [],
    [choices],
  );
  const set = (change: Partial<NewOrganization>) => draft.change({ ...entry, ...change });
  const facet = (name: keyof NewOrganization, label: string, words: (code: string) => string) => ({
    id: name,
    label,
    show: (one: NewOrganization) => words(one[name] ?? ""),
    take: (mine: NewOrganization, theirs: NewOrganization) => ({ ...mine, [name]: theirs[name] }),
  });
  const facets = () => [
    facet("companyName", t`Company name`, (name) => name),
    facet(
      "businessVertical",
      t`Business vertical`,
      (code) => verticals.find(({ id }) => id === code)?.name ?? code,
    ),
    facet("country", t`Country or region`, (code) => code && countryName(code)),
  ];

  function check() {
    const problems: Problem[] = [];
    if (!entry.companyName.trim()) problems.push(problem("companyName", t`Enter the company name`));
    if (!entry.businessVertical) problems.push(problem("businessVertical", t`Choose a business vertical`));
    if (!entry.country) problems.push(problem("country", t`Choose a country or region`));
    create.refuse(problems);
    if (problems.length === 0) open("check");
  }

  return (
    <StepPage
      back={href(slot === "PARTNER" ? "partner-organization" : "customer-organization")}
      title={t`Create new organization`}
      lead={<Trans>Next, check what you entered.</Trans>}
      act={create}
      onSubmit={check}
    >
      {choices ? (
        <div className="stack">
          <Typed order={order} draft={draft} mine={entry} facets={facets} onSettled={draft.rebase} />
          <TextField
            name="companyName"
            label={t`Company name`}
            autoComplete="organization"
            value={entry.companyName}
            onChange={(companyName) => set({ companyName })}
          />
          <Combobox
            name="businessVertical"
            label={t`Business vertical`}
            options={verticals}
            value={entry.businessVertical}
            onChange={(businessVertical) => set({ businessVertical })}
          />
          <CountryField
            name="country"
            countries={choices.countries}
            value={entry.country}
            onChange={(country) => set({ country })}
          />
        </div>
      ) : (
        <Skeleton shape="rows" />
      )}
      <div className="actions">
        <Button type="submit" variant="primary">
          <Trans>Next</Trans>
        </Button>
      </div>
    </StepPage>
  );
}
