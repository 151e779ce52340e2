import fc from "fast-check";
import { expect, test } from "vitest";
import { shares } from "./shares";

const units = fc.integer({ min: 0, max: 999_999_999 });
const parts = fc.array(units, { minLength: 1, maxLength: 50 });

test.each([
  [250, [1, 1, 1], [84, 83, 83]],
  [250, [2, 1, 1], [125, 63, 62]],
  [10, [3, 3, 1], [4, 4, 2]],
  [1, [1, 1], [1, 0]],
  [100, [0, 5, 0], [0, 100, 0]],
  [7, [0, 0], [4, 3]],
  [0, [1, 2], [0, 0]],
])("%d by %j is %j", (total, ratio, expected) => expect(shares(total, ratio)).toEqual(expected));

test("shares are whole, add up, and are never a unit away from the ratio", () => {
  fc.assert(
    fc.property(units, parts, (total, ratio) => {
      const given = shares(total, ratio);
      const sum = ratio.reduce((one, other) => one + other, 0);
      expect(given.reduce((one, other) => one + other, 0)).toBe(total);
      for (const [place, share] of given.entries()) {
        expect(Number.isInteger(share) && share >= 0).toBe(true);
        if (sum === 0) continue;
        const away = BigInt(share) * BigInt(sum) - BigInt(total) * BigInt(ratio[place] ?? 0);
        expect((away < 0n ? -away : away) < BigInt(sum)).toBe(true);
      }
    }),
  );
});

test("who has no part gets nothing, and who has more never gets less", () => {
  fc.assert(
    fc.property(units, parts, (total, ratio) => {
      fc.pre(ratio.some((part) => part > 0));
      const given = shares(total, ratio);
      for (const [one, part] of ratio.entries()) {
        if (part === 0) expect(given[one]).toBe(0);
        for (const [other, less] of ratio.entries()) {
          if (part > less) expect(given[one]).toBeGreaterThanOrEqual(given[other] ?? 0);
        }
      }
    }),
  );
});
