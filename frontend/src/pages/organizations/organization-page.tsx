/** Being built. */
export default function OrganizationPage(_: { id: string }) {
  return null;
}
