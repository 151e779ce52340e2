type Asked = {
  url: string;
  query: string;
  /** As JSON, as it stands in the editor; "" for none. */
  variables: string;
};

const body = ({ query, variables }: Asked, indent?: number) =>
  JSON.stringify({ query, ...(read(variables) && { variables: read(variables) }) }, null, indent);

function read(variables: string): object | null {
  try {
    return JSON.parse(variables);
  } catch {
    return null;
  }
}

/** The same request as programs send it; each takes the API token from the environment. */
export const snippets = {
  curl: (asked: Asked) =>
    `curl '${asked.url}' \\
  -H "Authorization: Bearer $CONTROL_HUB_TOKEN" \\
  -H 'Content-Type: application/json' \\
  --data-binary '${body(asked).replaceAll("'", "'\\''")}'
`,
  Python: (asked: Asked) =>
    `import json
import os
from urllib.request import Request, urlopen

body = json.loads(${JSON.stringify(body(asked))})
request = Request(
    ${JSON.stringify(asked.url)},
    json.dumps(body).encode(),
    {"Authorization": f"Bearer {os.environ['CONTROL_HUB_TOKEN']}", "Content-Type": "application/json"},
)
with urlopen(request) as answer:
    print(json.dumps(json.load(answer), indent=2))
`,
  JavaScript: (asked: Asked) =>
    `const answer = await fetch(${JSON.stringify(asked.url)}, {
  method: "POST",
  headers: {
    Authorization: \`Bearer \${process.env.CONTROL_HUB_TOKEN}\`,
    "Content-Type": "application/json",
  },
  body: JSON.stringify(${body(asked, 2).replaceAll("\n", "\n  ")}),
});
console.log(JSON.stringify(await answer.json(), null, 2));
`,
};

export type SnippetLanguage = keyof typeof snippets;
