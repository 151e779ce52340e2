import type { ChapterSlug } from "./guide-parts";

/** What the first pages have to know of the guide; the rest of it, in `guide.ts`, comes with the others. */
export const guideHref = "/help";

export function chapterHref(slug: ChapterSlug): string {
  return `${guideHref}/${slug}`;
}

/** Which chapter tells of which page for people who are not signed in. */
export const outside = {
  "/sign-in": "signing-in",
  "/setup": "welcome-email",
  "/lost-mail": "welcome-email",
} satisfies Record<string, ChapterSlug>;

/** Where the guide opens from such a page; from any other one at its contents. */
export function guideFromOutside(path: string): string {
  const chapter = (outside as Record<string, ChapterSlug>)[path];
  return chapter ? chapterHref(chapter) : guideHref;
}
