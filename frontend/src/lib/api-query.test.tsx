import { act, renderHook, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { TypedDocumentString } from "../gql/graphql";
import { useApiQuery } from "./api-query";

const document = new TypedDocumentString<{ number: number }, { id: string }>("query { number }");

test("what was asked without a connection is asked again as soon as there is one, and once", async () => {
  const fetch = vi.fn((): Promise<Response> => Promise.reject(new TypeError("Failed")));
  vi.stubGlobal("fetch", fetch);
  const variables = { id: "a" };
  const hook = () => [useApiQuery(document, variables), useApiQuery(document, variables)] as const;
  const { result } = renderHook(hook);
  await waitFor(() => expect(result.current[0].failure?.kind).toBe("offline"));
  const asked = fetch.mock.calls.length;
  fetch.mockImplementation(async () => new Response('{"data":{"number":1}}'));
  act(() => window.dispatchEvent(new Event("online")));
  await waitFor(() => expect(result.current[1].data).toEqual({ number: 1 }));
  expect(result.current[0].failure).toBeNull();
  act(() => window.dispatchEvent(new Event("online")));
  expect(fetch).toHaveBeenCalledTimes(asked + 1);
});
