/** The token of the link in the mail: it stands in the fragment, which never reaches the server by itself. */
export function tokenOf(hash: string): string {
  return decodeURIComponent(hash.replace(/^#/, ""));
}
