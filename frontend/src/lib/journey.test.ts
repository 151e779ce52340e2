import { describe, expect, test } from "vitest";
import {
  finderPages,
  isAhead,
  isOpen,
  type OrderProgress,
  openInstead,
  pageAfter,
  pageBefore,
  type StepSlug,
  servicePages,
  slugOf,
  slugs,
} from "./journey";

type ServiceProgress = OrderProgress["services"][number];

const meetings = (change: Partial<ServiceProgress> = {}): ServiceProgress => ({
  kind: "MEETINGS",
  state: "NOT_STARTED",
  nextStep: "MEETINGS_SITES",
  sites: [],
  ...change,
});
const calling = (change: Partial<ServiceProgress> = {}): ServiceProgress => ({
  kind: "CALLING",
  state: "NOT_STARTED",
  nextStep: "CALLING_LOCATION",
  ...change,
});
const messaging: ServiceProgress = { kind: "MESSAGING", state: "NOT_STARTED", nextStep: null };
const order = (change: Partial<OrderProgress> = {}): OrderProgress => ({
  status: "FINDING_ORGANIZATIONS",
  standing: "AWAITING_PROVISIONING_DETAILS",
  audience: "CUSTOMER",
  nextStep: "CUSTOMER_ORGANIZATION",
  services: [meetings(), calling(), messaging],
  ...change,
});
const mapped = (services: ServiceProgress[]) => order({ status: "MAPPED", nextStep: "SERVICES", services });
const open = (traveller: OrderProgress) =>
  (Object.keys(slugs) as StepSlug[]).filter((slug) => isOpen(traveller, slug));

test("the address of a step is its name in lower case with hyphens", () => {
  expect(slugOf("PARTNER_ORGANIZATION")).toBe("partner-organization");
  expect(slugOf("START")).toBe("audience");
});

describe("before the mapping", () => {
  test("a partner may return to what they answered, and go no further than the next step", () => {
    expect(open(order())).toEqual(["audience", "partner-organization", "customer-organization"]);
  });

  test("an order for one's own company has no partner organization", () => {
    expect(finderPages({ audience: "OWN_COMPANY" })).not.toContain("partner-organization");
    expect(isOpen(order({ audience: "OWN_COMPANY" }), "partner-organization")).toBe(false);
  });

  test("a page that is ahead leads to the next step", () => {
    expect(openInstead(order(), "meetings-sites")).toBe("customer-organization");
    expect(openInstead(order({ nextStep: "AUDIENCE", audience: null }), "done")).toBe("audience");
  });
});

describe("after the mapping", () => {
  test("of the organization finder only the review is left, to look at or to undo", () => {
    expect(open(mapped([meetings(), calling()]))).toEqual([
      "review-organizations",
      "services",
      "meetings-sites",
      "calling-location",
    ]);
  });

  test("the review of a service opens when its draft is complete", () => {
    const sites = meetings({ state: "DRAFT", nextStep: "MEETINGS_LICENSES", sites: [1, 2] });
    expect(isOpen(mapped([sites]), "meetings-review")).toBe(false);
    expect(openInstead(mapped([sites]), "meetings-review")).toBe("meetings-licenses");
    const ready = meetings({ state: "READY_FOR_REVIEW", nextStep: "MEETINGS_REVIEW", sites: [1, 2] });
    expect(isOpen(mapped([ready]), "meetings-review")).toBe(true);
    expect(isOpen(mapped([ready]), "meetings-sites")).toBe(true);
  });

  test("licenses are distributed only over several sites", () => {
    expect(servicePages(meetings({ sites: [1] }))).not.toContain("meetings-licenses");
    expect(servicePages(meetings({ sites: [1, 2] }))).toContain("meetings-licenses");
  });

  test("a service that is being set up shows its progress instead of its form", () => {
    const running = mapped([meetings({ state: "PROVISIONING", nextStep: null }), calling()]);
    expect(openInstead(running, "meetings-sites")).toBe("done");
    expect(isOpen(running, "calling-location")).toBe(true);
  });

  test("a service that failed can be changed", () => {
    const failed = mapped([calling({ state: "FAILED", nextStep: "CALLING_LOCATION" })]);
    expect(isOpen(failed, "calling-location")).toBe(true);
  });
});

test("an order that is closed or cancelled has only its end page", () => {
  expect(open(order({ status: "CANCELLED", nextStep: "DONE" }))).toEqual(["done"]);
  expect(openInstead(order({ status: "CLOSED", nextStep: "DONE" }), "audience")).toBe("done");
});

test("Back leads to the page before, from a service's first page to all services", () => {
  expect(pageBefore(order(), "audience")).toBeNull();
  expect(pageBefore(order(), "customer-organization")).toBe("partner-organization");
  expect(pageBefore(order({ audience: "OWN_COMPANY" }), "customer-organization")).toBe("audience");
  expect(pageBefore(mapped([meetings()]), "meetings-sites")).toBe("services");
  expect(pageBefore(mapped([meetings({ sites: [1] })]), "meetings-review")).toBe("meetings-sites");
  expect(pageBefore(mapped([meetings()]), "services")).toBeNull();
});

test("after saving, a draft goes on with its own next page even while other services are open", () => {
  const draft = meetings({ state: "DRAFT", nextStep: "MEETINGS_LICENSES", sites: [1, 2] });
  expect(pageAfter(mapped([draft, calling()]), "meetings-sites")).toBe("meetings-licenses");
  expect(pageAfter(mapped([meetings({ state: "DEFERRED" }), calling()]), "meetings-sites")).toBe("services");
});

test("a page that is not open is still to come, or past: only then does something come first", () => {
  expect(isAhead(order(), "meetings-sites")).toBe(true);
  expect(isAhead(mapped([meetings()]), "meetings-review")).toBe(true);
  expect(isAhead(mapped([meetings({ state: "PROVISIONING" })]), "meetings-review")).toBe(false);
  expect(isAhead(mapped([meetings()]), "audience")).toBe(false);
  expect(isAhead(order({ status: "CLOSED" }), "meetings-sites")).toBe(false);
});
