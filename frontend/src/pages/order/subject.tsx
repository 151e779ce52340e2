/** The subject of the welcome email is English in every language. */
const english = /Provisioning information required for .+/su;

/** Words that are, or quote, the subject of an email: what is English of them is read out as English. */
export function Subject({ text }: { text: string }) {
  const start = text.search(english);
  if (start < 0) return <span>{text}</span>;
  return (
    <span>
      {text.slice(0, start)}
      <span lang="en">{text.slice(start)}</span>
    </span>
  );
}
