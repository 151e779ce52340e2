import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { draw } from "../../ui/testing";
import { Triage } from "./triage";

const answer = vi.hoisted(() => ({ disputes: 0 }));

vi.mock("../../lib/api-query", () => ({
  useApiQuery: () => ({
    data: {
      supportNeeds: {
        edges: [],
        counts: [{ kind: "DISPUTE", count: answer.disputes }],
        pageInfo: { hasNextPage: false, endCursor: null },
      },
    },
    failure: null,
    pending: false,
    reload: () => {},
  }),
}));

test("that nothing needs support is not said of a page or kind that has become empty", () => {
  answer.disputes = 2;
  const { redraw } = draw(<Triage />);
  expect(screen.queryByText("Nothing needs support at the moment.")).toBeNull();
  screen.getByText("Nothing here at the moment.");
  answer.disputes = 0;
  redraw(<Triage />);
  screen.getByText("Nothing needs support at the moment.");
});
