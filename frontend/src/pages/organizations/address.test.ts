import { expect, test } from "vitest";
import { addressInput } from "./address";

const german = ["address1", "address2", "postalCode", "city"];

test("a state typed for another country is not sent", () => {
  const values = { country: "DE", address1: "Am Sandtorkai 41", state: "CA", city: "Hamburg" };
  expect(addressInput(values, german)).toEqual({
    country: "DE",
    address1: "Am Sandtorkai 41",
    city: "Hamburg",
  });
});

test("empty fields are left out, but the first line is always there for its error", () => {
  expect(addressInput({ country: "DE", city: " " }, german)).toEqual({ country: "DE", address1: "" });
});
