import type { CodegenConfig } from "@graphql-codegen/cli";

const typed = {
  preset: "client",
  presetConfig: { fragmentMasking: false },
  config: {
    documentMode: "string",
    enumsAsTypes: true,
    useTypeImports: true,
    strictScalars: true,
    scalars: { DateTime: "string", Date: "string" },
  },
} as const;

// A test generates elsewhere, and compares.
const into = process.env.CODEGEN_INTO ?? ".";

const config: CodegenConfig = {
  schema: "../schema.graphql",
  generates: {
    [`${into}/src/gql/`]: { ...typed, documents: "src/**/*.graphql" },
    // For integrators: see clients/README.md.
    [`${into}/../clients/typescript/generated/`]: { ...typed, documents: "../clients/operations.graphql" },
  },
};

export default config;
