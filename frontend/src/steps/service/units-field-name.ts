/** The name of the field for the units of a license on a site. */
export function fieldOf(licenseId: string, site: string): string {
  return `${licenseId}.${site}`;
}
