import { i18n } from "@lingui/core";
import { beforeEach, describe, expect, test } from "vitest";
import { fieldName, fieldValue } from "./change-words";

beforeEach(() => i18n.loadAndActivate({ locale: "en", messages: {} }));

describe("what changed on an order", () => {
  test("is told in words, whatever the field", () => {
    expect(fieldName("provisioningContactEmail")).toBe("Provisioning contact");
    expect(fieldValue("status", "SETTING_UP")).toBe("Setting up services");
    expect(fieldValue("state", "DEFERRED")).toBe("Set aside for later");
    expect(fieldValue("customerSetsUpServices", "true")).toBe("Yes");
    expect(fieldValue("requestedStartDate", "2026-11-23")).toMatch(/^23 Nov.* 2026$/);
    expect(fieldValue("timeZones", "Europe/Berlin, Asia/Tokyo")).toMatch(/^Berlin, UTC.* and Tokyo, UTC/);
    expect(fieldValue("preferredLanguage", "de_DE")).toBe("German (Germany)");
  });
  test("says what has no words of its own as it stands, and nothing as a dash", () => {
    expect(fieldValue("sites", "brandt.webex.com")).toBe("brandt.webex.com");
    expect(fieldValue("status", "UNHEARD_OF")).toBe("UNHEARD_OF");
    expect(fieldName("unheardOf")).toBe("unheardOf");
    expect(fieldValue("earlyRelease", "")).toBe("–");
    expect(fieldValue("address", null)).toBe("–");
  });
});
