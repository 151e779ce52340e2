import type { ReactNode } from "react";
import "./picture.css";

type PictureProps = {
  /** What the picture shows, for everybody: the picture itself is drawn only. */
  caption: ReactNode;
  children: ReactNode;
};

/** A part of a page as it looks in the product. Nothing in it can be pressed or reached. */
export function Picture({ caption, children }: PictureProps) {
  return (
    <figure className="picture">
      <div className="picture-stage" inert>
        {children}
      </div>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
