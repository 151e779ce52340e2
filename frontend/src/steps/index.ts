import { lazy } from "react";
import type { StepSlug } from "../lib/journey";
import type { StepComponent } from "../lib/step";

/** The page of each step, loaded when it is first shown. */
export const steps: Partial<Record<StepSlug, StepComponent>> = {
  audience: lazy(() => import("./audience/audience")),
  "partner-organization": lazy(() => import("./partner-organization/partner-organization")),
  "customer-organization": lazy(() => import("./customer-organization/customer-organization")),
  "review-organizations": lazy(() => import("./review-organizations/review-organizations")),
  services: lazy(() => import("./services/services")),
  "meetings-sites": lazy(() => import("./meetings-sites/meetings-sites")),
  "meetings-licenses": lazy(() => import("./meetings-licenses/meetings-licenses")),
  "meetings-review": lazy(() => import("./meetings-review/meetings-review")),
  "calling-location": lazy(() => import("./calling-location/calling-location")),
  "calling-review": lazy(() => import("./calling-review/calling-review")),
  done: lazy(() => import("./done/done")),
};
