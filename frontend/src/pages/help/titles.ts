import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { GuidePart } from "../../lib/guide-parts";

/** What the parts of the guide are called. */
export const partTitles: Record<GuidePart, MessageDescriptor> = {
  before: msg`Before you start`,
  finder: msg`Part 1: Organization finder`,
  setup: msg`Part 2: Service setup`,
  after: msg`After setup`,
  sellers: msg`For sellers and integrators`,
};
