import { ToolbarButton, ToolbarMenu, useGraphiQL } from "@graphiql/react";
import { useLingui } from "@lingui/react/macro";
import { announce } from "../lib/announce";
import { withBase } from "../lib/base-path";
import { type SnippetLanguage, snippets } from "../lib/snippets";
import { toast } from "../ui/toast";

/** Copies what stands in the editor as programs send it. */
export function CopyAs() {
  const { t } = useLingui();
  const query = useGraphiQL(({ queryEditor }) => queryEditor);
  const variables = useGraphiQL(({ variableEditor }) => variableEditor);

  async function copy(language: SnippetLanguage) {
    const asked = {
      url: `${location.origin}${withBase("/graphql")}`,
      query: query?.getValue() ?? "",
      variables: variables?.getValue() ?? "",
    };
    try {
      await navigator.clipboard.writeText(snippets[language](asked));
      toast(t`Copied as ${language}`);
    } catch {
      announce(t`The browser does not allow copying here.`);
    }
  }

  return (
    <ToolbarMenu
      button={
        <ToolbarButton label={t`Copy as curl, Python or JavaScript`}>
          <span className="editor-copy" aria-hidden="true">
            {"</>"}
          </span>
        </ToolbarButton>
      }
    >
      {(Object.keys(snippets) as SnippetLanguage[]).map((language) => (
        <ToolbarMenu.Item key={language} onSelect={() => copy(language)}>
          {t`Copy as ${language}`}
        </ToolbarMenu.Item>
      ))}
    </ToolbarMenu>
  );
}
