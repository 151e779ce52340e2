import { act, renderHook } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { TypedDocumentString } from "../gql/graphql";
import { useApiMutation } from "./api-mutation";
import { problem } from "./problem";

type Data = { save: { userErrors: never[] } };
const document = new TypedDocumentString<Data, Record<string, never>>("mutation { save { userErrors } }");

test("what was wrong with an earlier try is gone once a try gets no answer, but a conflict is not", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed")));
  const { result } = renderHook(() => useApiMutation(document));
  const conflict = { ...problem("", "Somebody was faster"), __typename: "VersionConflict" } as never;
  act(() => result.current.refuse([problem("email", "Enter your email address"), conflict]));
  await act(() => result.current.run({}));
  expect(result.current.failure?.kind).toBe("offline");
  expect(result.current.errors).toEqual([conflict]);
});
