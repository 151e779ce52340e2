// Asks the same with Apollo Client and urql, both with automatic persisted queries; prints what they got.
import { createHash } from "node:crypto";
import { ApolloClient, gql, HttpLink, InMemoryCache } from "@apollo/client";
import { PersistedQueryLink } from "@apollo/client/link/persisted-queries";
import { persistedExchange } from "@urql/exchange-persisted";
import { Client, fetchExchange } from "@urql/core";

const uri = process.argv[2];
const sha256 = (text) => createHash("sha256").update(text).digest("hex");
const requests = [];
const counting = (address, options) => {
  const sent = options.body ? JSON.parse(options.body).query : new URL(address).searchParams.get("query");
  requests.push(sent ? "query" : "hash");
  return fetch(address, options);
};
const query = "query Hello($code: String!) { addressFormat(country: $code) { country } }";
const variables = { code: "DE" };

async function apollo(useGETForHashedQueries) {
  const link = new PersistedQueryLink({ sha256, useGETForHashedQueries }).concat(new HttpLink({ uri, fetch: counting }));
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  const ask = () => client.query({ query: gql(query), variables, fetchPolicy: "no-cache" });
  return [await ask(), await ask()].map(({ data }) => data.addressFormat.country);
}

async function urql(preferGetForPersistedQueries) {
  const exchanges = [persistedExchange({ preferGetForPersistedQueries, generateHash: async (text) => sha256(text) })];
  const client = new Client({ url: uri, fetch: counting, exchanges: [...exchanges, fetchExchange], preferGetMethod: false });
  const ask = () => client.query(query, variables, { requestPolicy: "network-only" }).toPromise();
  const answers = [await ask(), await ask()];
  return answers.map(({ data, error }) => data?.addressFormat.country ?? String(error));
}

const told = {};
for (const [name, ask] of Object.entries({ apollo, urql })) {
  for (const get of [false, true]) {
    requests.length = 0;
    told[`${name} ${get ? "GET" : "POST"}`] = { answers: await ask(get), requests: [...requests] };
  }
}
console.log(JSON.stringify(told));
