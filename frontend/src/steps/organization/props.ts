import type { OrganizationType } from "../../gql/graphql";
import type { StepProps } from "../../lib/step";

export type OrganizationStepProps = StepProps & { slot: OrganizationType };

/** The views of the step, in `?view=`, so that Back and Forward lead through them. */
export type View = "choose" | "search" | "create" | "check";
