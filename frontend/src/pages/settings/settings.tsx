/** Being built. */
export default function Settings() {
  return null;
}
