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
  return /^\/(?![/\\])/.test(next) ? next : "/";
}
