import { i18n } from "@lingui/core";
import { Client, cacheExchange, fetchExchange } from "@urql/core";

/** Headers of every request: texts of the server come in the chosen language. */
export function apiHeaders(): Record<string, string> {
  return { "Accept-Language": i18n.locale };
}

/** The connection to the API; a new one when the language changes, so that all texts are asked for again. */
export function createApi(): Client {
  return new Client({
    url: "/graphql",
    preferGetMethod: false,
    exchanges: [cacheExchange, fetchExchange],
    requestPolicy: "cache-and-network",
    fetchOptions: () => ({ credentials: "same-origin", headers: apiHeaders() }),
  });
}
