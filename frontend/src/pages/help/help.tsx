import { useLocation } from "wouter";
import { chapterHref, chapters } from "../../lib/guide";
import { Chapter } from "./chapter";
import { Contents } from "./contents";

/** The guide: its contents, or the chapter in the address. */
export default function Help() {
  const [path] = useLocation();
  const slug = chapters.find((slug) => chapterHref(slug) === path);
  return slug ? <Chapter slug={slug} /> : <Contents />;
}
