import type { StepSlug } from "../lib/journey";
import type { StepComponent } from "../lib/step";

/** The page of each step, loaded when it is first shown. */
export const steps: Partial<Record<StepSlug, StepComponent>> = {};
