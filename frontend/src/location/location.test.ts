import { expect, test } from "vitest";
import { addressInput, languageFor } from "./location";

const languages = ["da_DK", "en_GB", "en_US", "fr_CA", "fr_FR", "de_DE"].map((code) => ({ code }));

test("only the fields of the country are sent, and the first line always", () => {
  expect(
    addressInput({ country: "DE", address1: "Weg 1", state: "CA", city: " " }, ["address1", "city"]),
  ).toEqual({
    country: "DE",
    address1: "Weg 1",
  });
  expect(addressInput({ country: "DE" }, ["address1"])).toEqual({ country: "DE", address1: "" });
});

test("the language spoken here comes first for users, that of the country for callers", () => {
  expect(languageFor("FR", "de", languages, "spoken")).toBe("de_DE");
  expect(languageFor("FR", "de", languages, "country")).toBe("fr_FR");
});

test("the variant of the country is nearest, then the language's own, then whatever the country has", () => {
  expect(languageFor("US", "en", languages, "spoken")).toBe("en_US");
  expect(languageFor("AT", "en", languages, "country")).toBe("en_GB");
  expect(languageFor("DK", "is", languages, "spoken")).toBe("da_DK");
  expect(languageFor("IS", "is", languages, "spoken")).toBeNull();
});
