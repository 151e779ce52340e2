import type { AddressInput } from "../../gql/graphql";

export type AddressValues = {
  country: string;
  address1?: string | null;
  address2?: string | null;
  city?: string | null;
  state?: string | null;
  postalCode?: string | null;
};

/** The address as it is sent: only the fields that its country has, empty ones left out. */
export function addressInput(values: AddressValues, fields: readonly string[]): AddressInput {
  const kept = Object.entries(values).filter(([name, value]) => fields.includes(name) && value?.trim());
  return { address1: "", ...Object.fromEntries(kept), country: values.country };
}
