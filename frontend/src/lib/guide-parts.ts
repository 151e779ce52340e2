/** The guide's parts and their chapters, in the order in which they are read. */
export const guideParts = {
  before: ["welcome-email", "signing-in"],
  finder: [
    "audience",
    "someone-else",
    "finding-organizations",
    "warnings",
    "new-organization",
    "review-organizations",
    "what-customers-see",
  ],
  setup: ["services", "meetings", "licenses", "calling", "close"],
  after: ["provisioning", "order-page", "many-orders", "organization-page", "domains", "full-administrator"],
  sellers: ["placing-orders", "following-orders", "connecting-programs"],
} as const;

export type GuidePart = keyof typeof guideParts;
export type ChapterSlug = (typeof guideParts)[GuidePart][number];
