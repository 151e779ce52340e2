import { msg } from "@lingui/core/macro";
import type { Consequences } from "./consequences";

const nobody = msg`Nobody gets an email.`;
const toldOfSites = msg`The administrators of the organization get an email when it is done, or if it fails.`;

/** The same for acts on an organization, which no step of the wizard has: it loads none of these words. */
export const organizationConsequences = {
  removeDomain: ({ isProved }: Domain) => ({
    follows: isProved
      ? msg`Orders for people with addresses at this domain no longer find this organization.`
      : msg`We no longer check it.`,
    told: isProved ? msg`The other administrators of the organization get an email.` : nobody,
    undo: isProved
      ? msg`To get it back, add and verify it again.`
      : msg`If you add it again, it gets another value.`,
  }),
  addSite: () => ({
    follows: msg`The site is created with this name. It has no licenses until you move some to it.`,
    told: toldOfSites,
    undo: msg`The name and the early release schedule can’t be changed afterwards.`,
  }),
  changeSiteTimeZone: ({ site }: OfSite) => ({
    follows: msg`Meetings that are scheduled on ${site} from then on use this time zone.`,
    told: toldOfSites,
    undo: msg`You can change it again.`,
  }),
  removeSite: ({ site }: OfSite) => ({
    follows: msg`${site} is shut down, and links to its meetings stop working.`,
    told: toldOfSites,
    undo: msg`You can’t undo this. Nobody else can take the name; you can add an empty site with it again.`,
  }),
  moveLicenses: () => ({
    follows: msg`Licenses are taken away from a site before another site gets them.`,
    told: toldOfSites,
    undo: msg`You can move them again.`,
  }),
  revokeApiToken: () => ({
    follows: msg`The system that uses this token is refused from now on.`,
    told: msg`The full administrators of the organization get an email.`,
    undo: msg`You can’t undo this. You can make a new token.`,
  }),
  rotateWebhookSecret: () => ({
    follows: msg`For 24 hours requests are signed with both secrets, then with the new one alone.`,
    told: nobody,
    undo: msg`You can’t undo this. You can make another secret.`,
  }),
  removeWebhook: () => ({
    follows: msg`No more events are sent there, and the delivery log is deleted.`,
    told: nobody,
    undo: msg`You can’t undo this. You can add it again, with a new secret.`,
  }),
  mergeOrganizations: () => ({
    follows: msg`Everything listed on the page moves to the organization that stays.`,
    told: msg`The administrators of both get an email with your reason.`,
    undo: msg`You can undo this for 24 hours.`,
  }),
  undoMerge: ({ name, until }: Merge) => ({
    follows: msg`Everything that belonged to ${name} goes back to it.`,
    told: msg`The administrators of both get an email with your reason.`,
    undo: msg`You can do this until ${until}; afterwards you can merge them again.`,
  }),
} satisfies Record<string, (...facts: never[]) => Consequences>;

type OfSite = { site: string };
type Domain = { isProved: boolean };
type Merge = { name: string; until: string };
