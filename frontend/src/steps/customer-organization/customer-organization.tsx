import type { StepProps } from "../../lib/step";
import { OrganizationStep } from "../organization/organization-step";

/** Which one is the customer organization, or, without a partner, the contact's own? */
export default function CustomerOrganizationStep(props: StepProps) {
  return <OrganizationStep {...props} slot="CUSTOMER" />;
}
