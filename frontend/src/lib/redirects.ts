/** Where to sign in, to come back to `wanted` afterwards; it says so if a session has ended. */
export function signInHref(wanted: string, hasEnded: boolean): string {
  const search = new URLSearchParams();
  if (wanted !== "/") search.set("next", wanted);
  if (hasEnded) search.set("ended", "");
  return `/sign-in${search.size > 0 ? `?${search}` : ""}`;
}

/** A path on this site from `?next=`; anything that could lead elsewhere becomes the start page. */
export function nextPath(search: string): string {
  const next = new URLSearchParams(search).get("next") ?? "/";
  // Browsers leave out tabs and line breaks: "/\t/evil.example" would be another site.
  return /^\/(?![/\\])[^\p{Cc}\\]*$/u.test(next) ? next : "/";
}

/** The address that was meant where a mail program encoded the `#` of a link: /setup%23TOKEN; null: it is all right. */
export function repairedAddress(path: string): string | null {
  const [, page, token] = /^\/(setup|sign-in)\/?%(?:25)*23(.+)$/i.exec(path) ?? [];
  return page && token ? `/${page.toLowerCase()}#${token}` : null;
}
