// Lints the API's schema, whose descriptions are its manual in GraphiQL. TypeScript is Biome's.
import graphql from "@graphql-eslint/eslint-plugin";

export default [
  {
    files: ["schema.graphql"],
    plugins: { "@graphql-eslint": graphql },
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: "schema.graphql" } },
    },
    rules: {
      ...graphql.configs["flat/schema-recommended"].rules,
      "@graphql-eslint/relay-connection-types": "error",
      "@graphql-eslint/relay-page-info": "error",
      "@graphql-eslint/naming-convention": [
        "error",
        {
          types: "PascalCase",
          FieldDefinition: "camelCase",
          InputValueDefinition: "camelCase",
          DirectiveDefinition: "camelCase",
          EnumValueDefinition: "UPPER_CASE",
        },
      ],
      // A site is known by its `siteName` wherever it stands, an order by its `orderNumber`.
      "@graphql-eslint/no-typename-prefix": "off",
      // Addresses, turns and other parts of an object have no id.
      "@graphql-eslint/strict-id-in-types": "off",
      "@graphql-eslint/require-description": [
        "error",
        {
          types: true,
          DirectiveDefinition: true,
          FieldDefinition: true,
          InputValueDefinition: true,
          EnumValueDefinition: true,
          // Strawberry writes no descriptions there.
          ignoredSelectors: ["DirectiveDefinition > InputValueDefinition"],
        },
      ],
      "no-restricted-syntax": [
        "error",
        { selector: "[description.value=/^[^A-Z]/]", message: "Begin a description with a capital letter." },
        { selector: "[description.value=/[^.]$/]", message: "End a description with a full stop." },
        {
          selector: "[description.value=/^(\\S+\\s+){0,2}\\S+$/]",
          message: "Say in four words or more what it is.",
        },
      ],
    },
  },
];
