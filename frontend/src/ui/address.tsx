import { Fragment } from "react";

/** An email address that breaks before a dot or its @, where it must, instead of within a word; copied, it is as it was. */
export function Address({ email }: { email: string }) {
  return (
    <span translate="no">
      {email.split(/([.@])/).map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one address keep their places
        <Fragment key={index}>
          {index % 2 === 1 && <wbr />}
          {part}
        </Fragment>
      ))}
    </span>
  );
}
