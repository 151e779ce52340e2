import { i18n } from "@lingui/core";
import { Client, cacheExchange, fetchExchange } from "@urql/core";
import { withBase } from "./base-path";
import { released } from "./pressing";
import { sessionLasts } from "./session";

/** Headers of every request: texts of the server come in the chosen language. */
export function apiHeaders(): Record<string, string> {
  return { "Accept-Language": i18n.locale };
}

/** Every answer tells how long the session lasts from then on; none changes the page under a pointer that is down. */
async function ask(...request: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(...request);
  sessionLasts(response.headers.get("session-expires-in"));
  await released();
  return response;
}

/** The connection to the API; a new one when the language changes, so that all texts are asked for again. */
export function createApi(): Client {
  return new Client({
    url: withBase("/graphql"),
    preferGetMethod: false,
    fetch: ask,
    exchanges: [cacheExchange, fetchExchange],
    requestPolicy: "cache-and-network",
    fetchOptions: () => ({ credentials: "same-origin", headers: apiHeaders() }),
  });
}
