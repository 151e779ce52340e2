/** What the server refuses. */
export const errors = [
  {
    __typename: "InvalidInput" as const,
    code: "INVALID" as const,
    message: "Use single hyphens only",
    field: ["siteName"],
  },
];
