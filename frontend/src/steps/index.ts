import type { StepSlug } from "../lib/journey";
import { page } from "../lib/page";
import type { StepPage } from "../lib/step";

/** The page of each step, loaded when it is first shown or before. */
export const steps: Record<StepSlug, StepPage> = {
  audience: page("steps", () => import("./audience/audience")),
  "partner-organization": page("steps", () => import("./partner-organization/partner-organization")),
  "customer-organization": page("steps", () => import("./customer-organization/customer-organization")),
  "review-organizations": page("steps", () => import("./review-organizations/review-organizations")),
  services: page("steps", () => import("./services/services")),
  "meetings-sites": page("steps", () => import("./meetings-sites/meetings-sites")),
  "meetings-licenses": page("steps", () => import("./meetings-licenses/meetings-licenses")),
  "meetings-review": page("steps", () => import("./meetings-review/meetings-review")),
  "calling-location": page("steps", () => import("./calling-location/calling-location")),
  "calling-review": page("steps", () => import("./calling-review/calling-review")),
  done: page("steps", () => import("./done/done")),
};
