import type { StepProps } from "../../lib/step";
import { OrganizationStep } from "../organization/organization-step";

/** Which one is the partner organization? */
export default function PartnerOrganizationStep(props: StepProps) {
  return <OrganizationStep {...props} slot="PARTNER" />;
}
