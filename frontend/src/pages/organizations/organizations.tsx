/** Being built. */
export default function Organizations() {
  return null;
}
