import { i18n } from "@lingui/core";
import { beforeEach, describe, expect, test } from "vitest";
import { fieldName, fieldValue } from "./change-words";

const zoneName = (zone: string) => ({ "Europe/Berlin": "Berlin", "Asia/Riyadh": "Riad" })[zone] ?? zone;
const said = (field: string, value: string | null) => fieldValue(field, value, zoneName);

beforeEach(() => i18n.loadAndActivate({ locale: "en", messages: {} }));

describe("what changed on an order", () => {
  test("is told in words, whatever the field", () => {
    expect(fieldName("provisioningContactEmail")).toBe("Provisioning contact");
    expect(said("status", "SETTING_UP")).toBe("Setting up services");
    expect(said("state", "DEFERRED")).toBe("Set aside for later");
    expect(said("customerSetsUpServices", "true")).toBe("Yes");
    expect(said("requestedStartDate", "2026-11-23")).toMatch(/^23 Nov.* 2026$/);
    expect(said("timeZones", "Europe/Berlin, Asia/Riyadh")).toBe("Berlin and Riad");
    expect(said("preferredLanguage", "de_DE")).toBe("German (Germany)");
  });
  test("says what has no words of its own as it stands, and nothing as a dash", () => {
    expect(said("sites", "brandt.webex.com")).toBe("brandt.webex.com");
    expect(said("status", "UNHEARD_OF")).toBe("UNHEARD_OF");
    expect(fieldName("unheardOf")).toBe("unheardOf");
    expect(said("earlyRelease", "")).toBe("–");
    expect(said("address", null)).toBe("–");
  });
});
