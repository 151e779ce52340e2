/** Being built. */
export default function OrderPage(_: { id: string }) {
  return null;
}
