import { useLocation } from "wouter";
import { chapters } from "../../lib/guide";
import { chapterHref, guideHref } from "../../lib/guide-places";
import { page } from "../../lib/page";
import { Chapter } from "./chapter";
import { Contents } from "./contents";

const NotFound = page("hub", () => import("../not-found"));

/** The guide: its contents, or the chapter in the address. */
export default function Help() {
  const [path] = useLocation();
  const slug = chapters.find((slug) => chapterHref(slug) === path);
  // Another chapter is another page: it begins at its top, with the focus on its heading.
  if (slug) return <Chapter key={slug} slug={slug} />;
  return path.replace(/\/$/, "") === guideHref ? <Contents /> : <NotFound />;
}
