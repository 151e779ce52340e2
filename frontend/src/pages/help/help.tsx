/** Being built. */
export default function Help() {
  return null;
}
