/**
 * Shares of a whole number of units as near to the ratio as whole numbers can be, which always add up to it: each gets what
 * the ratio gives it rounded down, and what is left over goes one by one to those of the largest remainder, the first of
 * equals first. Parts are whole numbers, 0 or more; if all are 0, all are alike.
 */
export function shares(total: number, parts: readonly number[]): number[] {
  const sum = parts.reduce((one, other) => one + other, 0);
  if (sum === 0 && parts.length > 0) {
    return shares(
      total,
      parts.map(() => 1),
    );
  }
  // In BigInt: a product of two such numbers has more digits than a floating-point number keeps.
  const products = parts.map((part) => BigInt(total) * BigInt(part));
  const whole = products.map((product) => Number(product / BigInt(sum)));
  const remainders = products.map((product, place) => ({ place, rest: product % BigInt(sum) }));
  remainders.sort((a, b) => (a.rest === b.rest ? a.place - b.place : a.rest > b.rest ? -1 : 1));
  const over = total - whole.reduce((one, other) => one + other, 0);
  const lucky = new Set(remainders.slice(0, over).map(({ place }) => place));
  return whole.map((share, place) => share + (lucky.has(place) ? 1 : 0));
}
