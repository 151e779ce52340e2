import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { isComposing } from "../../lib/composing";
import { Button } from "../../ui/button";
import { FailureBanner } from "../../ui/failure-banner";
import { TextField } from "../../ui/text-field";
import type { useGlobalSearch } from "./global-search";

type GlobalSearchFieldProps = {
  label: string;
  hint?: string;
  /** What stands in the field at first. */
  domain: string;
  search: ReturnType<typeof useGlobalSearch>;
  /** A search begins: earlier problems of the page are over. */
  onSearch: () => void;
};

/** A domain or email address to search by; Enter searches and does not submit the page. */
export function GlobalSearchField({ label, hint, domain, search, onSearch }: GlobalSearchFieldProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(domain);
  const [isMissing, setMissing] = useState(false);
  const { found, pending, failure } = search;

  function start() {
    setMissing(!typed.trim());
    if (!typed.trim() || pending) return;
    onSearch();
    search.search(typed.trim());
  }

  const invalid = found?.reason === "INVALID_ADDRESS" ? found.message : null;
  const warning = isMissing ? t`Enter a domain or an email address` : invalid;
  return (
    <search className="organization-search">
      <div className="organization-search-row">
        <TextField
          name="domain"
          inputMode="url"
          icon="search"
          label={label}
          {...(hint && { hint })}
          autoComplete="off"
          value={typed}
          onChange={setTyped}
          note={warning ? { tone: "warn", text: warning } : undefined}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || isComposing(event)) return;
            event.preventDefault();
            start();
          }}
        />
        <Button onPress={start} isPending={pending}>
          <Trans>Search</Trans>
        </Button>
      </div>
      {failure && <FailureBanner failure={failure} during="load" onRetry={start} />}
    </search>
  );
}
