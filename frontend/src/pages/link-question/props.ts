import type { SetupLinkFactsFragment } from "../../gql/graphql";

export type LinkFacts = SetupLinkFactsFragment;
export type QuestionProps = { token: string; link: LinkFacts };
