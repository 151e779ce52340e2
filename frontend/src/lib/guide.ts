import { type ChapterSlug, guideParts } from "./guide-parts";
import { chapterHref, guideHref, outside } from "./guide-places";
import type { StepSlug } from "./journey";

export const chapters: readonly ChapterSlug[] = Object.values(guideParts).flat();

/** Which chapter tells of which page. */
const fitting = {
  ...outside,
  "/": "signing-in",
  "/setup/:id/audience": "audience",
  "/setup/:id/partner-organization": "finding-organizations",
  "/setup/:id/customer-organization": "finding-organizations",
  "/setup/:id/review-organizations": "review-organizations",
  "/setup/:id/services": "services",
  "/setup/:id/meetings-sites": "meetings",
  "/setup/:id/meetings-licenses": "licenses",
  "/setup/:id/meetings-review": "close",
  "/setup/:id/calling-location": "calling",
  "/setup/:id/calling-review": "close",
  "/setup/:id/done": "provisioning",
  "/orders": "many-orders",
  "/orders/:id": "order-page",
  "/batches/:id": "many-orders",
  "/organizations": "organization-page",
  "/organizations/:id": "organization-page",
  "/organizations/:id/api-access": "connecting-programs",
  "/organizations/:id/merge": "domains",
  "/settings": "organization-page",
  "/reminders": "following-orders",
  "/reminders/:id": "following-orders",
} satisfies Record<`/setup/:id/${StepSlug}`, ChapterSlug> & Record<string, ChapterSlug>;

/** Where the guide opens from the page at this address: at the chapter that tells of it, else at its contents. */
export function guideFor(path: string): string {
  const page = path.replace(/^\/(setup|orders|batches|organizations|reminders)\/[^/]+/, "/$1/:id");
  const chapter = (fitting as Record<string, ChapterSlug>)[page];
  return chapter ? chapterHref(chapter) : guideHref;
}
