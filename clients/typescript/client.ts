/** A typed client of Control Hub's API: it sends the documents of `generated/graphql.ts`, and needs nothing but fetch. */

import type { TypedDocumentString } from "./generated/graphql.ts";

export interface ApiError {
  message: string;
  path?: (string | number)[];
  extensions: { code: string; correlationId?: string; retryAfter?: number };
}

/** What stands in `errors` of an answer; see docs/api/errors.md. What was entered wrong is data: `userErrors`. */
export class RequestFailed extends Error {
  readonly status: number;
  readonly errors: ApiError[];

  constructor(status: number, errors: ApiError[]) {
    super(errors.map((error) => `${error.extensions.code}: ${error.message}`).join("\n") || `HTTP ${status}`);
    this.status = status;
    this.errors = errors;
  }
}

export class ControlHub {
  readonly #url: string;
  readonly #headers: Record<string, string>;

  /** @param address of the server, such as https://hub.example. @param language of its texts: en or de. */
  constructor(address: string, token: string, language = "en") {
    this.#url = `${address}/graphql`;
    this.#headers = {
      Accept: "application/json",
      "Accept-Language": language,
      Authorization: `Bearer ${token}`,
      "Content-Type": "application/json",
    };
  }

  /**
   * The data of a query or mutation. Each call has an Idempotency-Key of its own, unless you give one: with the same key
   * a mutation can be sent again within 24 hours and is done once. Throws RequestFailed.
   */
  async send<Result, Variables>(
    document: TypedDocumentString<Result, Variables>,
    variables: Variables,
    key: string = crypto.randomUUID(),
  ): Promise<Result> {
    const response = await fetch(this.#url, {
      method: "POST",
      headers: { ...this.#headers, "Idempotency-Key": key },
      body: JSON.stringify({ query: document.toString(), variables }),
    });
    const answer = (await response.json()) as { data?: Result; errors?: ApiError[] };
    if (answer.errors || !answer.data) {
      throw new RequestFailed(response.status, answer.errors ?? []);
    }
    return answer.data;
  }
}
