import type { ReactNode } from "react";
import "./access-picture.css";

type AccessPictureProps = {
  /** Whose access it is, at the root of the picture. */
  root: ReactNode;
  /** `<AccessLine>`s. */
  children: ReactNode;
};

/** Who has access, drawn as a tree: whose people, what each of them may do, and why. A list for who does not see it. */
export function AccessPicture({ root, children }: AccessPictureProps) {
  return (
    <div className="access-picture">
      <div className="access-root">{root}</div>
      <ul className="access-lines">{children}</ul>
    </div>
  );
}

type AccessLineProps = {
  who: ReactNode;
  may: ReactNode;
  /** Because of what, and since when. */
  because?: ReactNode;
  /** May do most. */
  strong?: boolean;
};

/** One branch: somebody, what they may do, because of what. */
export function AccessLine({ who, may, because, strong = false }: AccessLineProps) {
  return (
    <li className="access-line" {...(strong && { "data-strong": "" })}>
      <span className="access-who">{who}</span>
      <span className="access-may">{may}</span>
      {because && <span className="access-because">{because}</span>}
    </li>
  );
}
