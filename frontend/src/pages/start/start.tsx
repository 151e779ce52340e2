/** Being built. */
export default function Start() {
  return null;
}
