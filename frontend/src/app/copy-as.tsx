import { ToolbarButton, ToolbarMenu, useGraphiQL } from "@graphiql/react";
import { useLingui } from "@lingui/react/macro";
import { announce } from "../lib/announce";
import { withBase } from "../lib/base-path";
import { editorAddress } from "../lib/order-query";
import { type SnippetLanguage, snippets } from "../lib/snippets";
import { toast } from "../ui/toast";

/** Copies what stands in the editor as programs send it, or as a link that opens it for a colleague. */
export function CopyAs() {
  const { t } = useLingui();
  const query = useGraphiQL(({ queryEditor }) => queryEditor);
  const variables = useGraphiQL(({ variableEditor }) => variableEditor);

  const asked = () => ({ query: query?.getValue() ?? "", variables: variables?.getValue() ?? "" });

  function copyAs(language: SnippetLanguage) {
    const url = `${location.origin}${withBase("/graphql")}`;
    return copy(snippets[language]({ url, ...asked() }), t`Copied as ${language}`);
  }

  function copyLink() {
    return copy(`${location.origin}${editorAddress(asked())}`, t`Link copied`);
  }

  async function copy(text: string, done: string) {
    try {
      await navigator.clipboard.writeText(text);
      toast(done);
    } catch {
      announce(t`The browser does not allow copying here.`);
    }
  }

  return (
    <ToolbarMenu
      button={
        <ToolbarButton label={t`Copy as curl, Python, JavaScript or link`}>
          <span className="editor-copy" aria-hidden="true">
            {"</>"}
          </span>
        </ToolbarButton>
      }
    >
      {(Object.keys(snippets) as SnippetLanguage[]).map((language) => (
        <ToolbarMenu.Item key={language} onSelect={() => copyAs(language)}>
          {t`Copy as ${language}`}
        </ToolbarMenu.Item>
      ))}
      <ToolbarMenu.Item onSelect={copyLink}>{t`Copy link`}</ToolbarMenu.Item>
    </ToolbarMenu>
  );
}
