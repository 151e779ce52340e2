import { type GraphiQLPlugin, type MonacoEditor, useGraphiQL } from "@graphiql/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { type DocumentNode, type GraphQLSchema, OperationTypeNode } from "graphql";
import { type KeyboardEvent, useCallback, useRef, useState, useSyncExternalStore } from "react";
import {
  filledIn,
  type Offer,
  offersAt,
  operationIn,
  readDocument,
  selectedPaths,
  toggled,
} from "../lib/query-edits";
import { EmptyState } from "../ui/empty-state";
import { Icon } from "../ui/icon";
import { TextField } from "../ui/text-field";
import "./explorer.css";
import "../ui/more-icons";

/** A query, built by ticking what the API offers. */
export const explorer: GraphiQLPlugin = { title: "Explorer", icon: TreeIcon, content: Explorer };

const types = Object.values(OperationTypeNode);

function Explorer() {
  const schema = useGraphiQL((state) => state.schema);
  const tab = useGraphiQL((state) => state.tabs[state.activeTabIndex]?.id);
  return schema ? <OfTab key={tab} schema={schema} /> : null;
}

function OfTab({ schema }: { schema: GraphQLSchema }) {
  const { t } = useLingui();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const operationName = useGraphiQL((state) => state.operationName);
  const text = useText(queryEditor);
  const document = readDocument(text);
  const [sought, setSought] = useState("");

  function toggle(key: string) {
    const [type, ...path] = key.split("/");
    const next = toggled(schema, text, { type: type as OperationTypeNode, name: operationName }, path);
    write(queryEditor, next);
    write(variableEditor, filledIn(schema, text, next, variableEditor?.getValue() ?? ""));
  }

  return (
    <div className="explorer">
      <h2>Explorer</h2>
      {document ? (
        <>
          <TextField
            small
            type="search"
            icon="search"
            label={t`Find a query, mutation or subscription`}
            value={sought}
            onChange={setSought}
          />
          <Tree
            schema={schema}
            ticked={tickedIn(document, operationName)}
            sought={sought.trim().toLowerCase()}
            onToggle={toggle}
          />
        </>
      ) : (
        <EmptyState title={t`The query has an error`}>
          <Trans>Correct it in the editor to continue here.</Trans>
        </EmptyState>
      )}
    </div>
  );
}

type TreeProps = {
  schema: GraphQLSchema;
  /** Keys are paths, after the type of their operation. */
  ticked: ReadonlySet<string>;
  /** Part of the names that are wanted of queries, mutations and subscriptions. */
  sought: string;
  onToggle: (key: string) => void;
};

type Row = { key: string; level: number; name: string; offer: Offer | null; isOpen: boolean };

/**
 * Its keys are those of trees: up and down, right and left to open and close, space to tick. React Aria's tree would make
 * the other pages larger, by what it shares with them.
 */
function Tree({ schema, ticked, sought, onToggle }: TreeProps) {
  const { t } = useLingui();
  const [opened, setOpened] = useState<ReadonlySet<string>>(
    () => new Set(["query", ...[...ticked].map(parentOf).filter(Boolean)]),
  );
  const [current, setCurrent] = useState("query");
  const list = useRef<HTMLDivElement>(null);
  const rows = types.flatMap((type) => rowsOf(type));
  const at = Math.max(
    0,
    rows.findIndex(({ key }) => key === current),
  );

  function rowsOf(type: OperationTypeNode): Row[] {
    const isOpen = opened.has(type) || sought !== "";
    const root = { key: type, level: 1, name: type, offer: null, isOpen };
    return [root, ...(isOpen ? rowsIn(type, []) : [])];
  }

  function rowsIn(type: OperationTypeNode, path: readonly string[]): Row[] {
    return offersAt(schema, type, path)
      .filter(({ step }) => path.length > 0 || step.toLowerCase().includes(sought))
      .flatMap((offer) => {
        const here = [...path, offer.step];
        const key = [type, ...here].join("/");
        const isOpen = offer.opens && opened.has(key);
        const row = { key, level: here.length + 1, name: offer.step, offer, isOpen };
        return [row, ...(isOpen ? rowsIn(type, here) : [])];
      });
  }

  function open(key: string, isOpen: boolean) {
    const next = new Set(opened);
    if (isOpen) next.add(key);
    else next.delete(key);
    setOpened(next);
  }

  function focus(index: number) {
    const row = rows[index];
    if (!row) return;
    setCurrent(row.key);
    list.current?.querySelectorAll<HTMLElement>("[role=treeitem]")[index]?.focus();
  }

  function press(event: KeyboardEvent) {
    const row = rows[at];
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
    const opens = row.offer?.opens ?? true;
    const parent = rows.findLastIndex(({ level }, index) => index < at && level < row.level);
    const acts: Record<string, () => void> = {
      ArrowDown: () => focus(at + 1),
      ArrowUp: () => focus(at - 1),
      Home: () => focus(0),
      End: () => focus(rows.length - 1),
      ArrowRight: () => (opens && !row.isOpen ? open(row.key, true) : opens && focus(at + 1)),
      ArrowLeft: () => (row.isOpen ? open(row.key, false) : focus(parent)),
      " ": () => (row.offer ? onToggle(row.key) : open(row.key, !row.isOpen)),
    };
    const act = acts[event.key === "Enter" ? " " : event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  return (
    <div
      ref={list}
      role="tree"
      aria-label={t`What the API offers`}
      className="explorer-tree"
      onKeyDown={press}
    >
      {rows.map(({ key, level, name, offer, isOpen }, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys
        <div
          key={key}
          role="treeitem"
          className="explorer-row"
          data-level={Math.min(level, 8)}
          aria-level={level}
          tabIndex={index === at ? 0 : -1}
          {...((offer?.opens ?? true) && { "aria-expanded": isOpen })}
          {...(offer && { "aria-checked": ticked.has(key), title: `${offer.type}\n${offer.description}` })}
          onFocus={() => setCurrent(key)}
          onClick={({ target }) => {
            const opens = !offer || (target as Element).closest(".explorer-chevron[data-opens]");
            if (opens) open(key, !isOpen);
            else onToggle(key);
          }}
        >
          <span className="explorer-chevron" {...((offer?.opens ?? true) && { "data-opens": "" })}>
            {(offer?.opens ?? true) && <Icon name="chevron" size={16} />}
          </span>
          {offer && <Box />}
          <span className="explorer-name">{name}</span>{" "}
          {offer && !name.startsWith("...") && <span className="explorer-type">{offer.type}</span>}
        </div>
      ))}
    </div>
  );
}

function Box() {
  return (
    <svg className="explorer-box" viewBox="0 0 18 18" fill="none" aria-hidden="true">
      <path
        d="m4.5 9.3 3 3 6-6.5"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

function tickedIn(document: DocumentNode, name: string | undefined): Set<string> {
  return new Set(
    types.flatMap((type) => {
      const operation = operationIn(document, { type, name });
      return operation ? selectedPaths(operation).map((path) => [type, ...path].join("/")) : [];
    }),
  );
}

function parentOf(key: string): string {
  return key.slice(0, key.lastIndexOf("/"));
}

/** What stands in an editor, also while somebody types. */
function useText(editor: MonacoEditor | undefined): string {
  const subscribe = useCallback(
    (listener: () => void) => {
      const watched = editor?.onDidChangeModelContent(listener);
      return () => watched?.dispose();
    },
    [editor],
  );
  return useSyncExternalStore(subscribe, () => editor?.getValue() ?? "");
}

/** As if it was typed, so that it can be undone. */
function write(editor: MonacoEditor | undefined, text: string): void {
  const model = editor?.getModel();
  if (!editor || !model || model.getValue() === text) return;
  editor.pushUndoStop();
  editor.executeEdits("explorer", [{ range: model.getFullModelRange(), text }]);
  editor.pushUndoStop();
}

function TreeIcon() {
  return (
    <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M4 3.5h5v3H4zM11 8.5h5v3h-5zM11 13.5h5v3h-5zM6.5 6.5V15H11M6.5 10H11" strokeLinejoin="round" />
    </svg>
  );
}
