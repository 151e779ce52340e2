/** Being built. */
export default function Kit() {
  return null;
}
