import type { MergeFactsFragment } from "../../gql/graphql";

/** What moves, or has to be known, sentence by sentence; nothing where there is none. */
export function Moves({ title, moves }: { title: string; moves: MergeFactsFragment["moves"] }) {
  if (moves.length === 0) return null;
  return (
    <div className="moves">
      <h3>{title}</h3>
      <ul>
        {moves.map(({ kind, name, message }) => (
          <li key={`${kind} ${name} ${message}`}>{message}</li>
        ))}
      </ul>
    </div>
  );
}
