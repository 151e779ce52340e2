import { useEffect, useState } from "react";
import "./skeleton.css";

/** The outline of what is loading, shown after 300 ms; `shape` is that of the real layout. */
export function Skeleton({
  shape,
  count = 3,
}: {
  shape: "cards" | "rows" | "page" | "step";
  count?: number;
}) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 300);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <div className="skeleton" data-shape={shape} aria-hidden="true">
      {(shape === "page" || shape === "step") && <div className="skeleton-title" />}
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: outlines are alike
        <div key={index} className="skeleton-item">
          <div />
          <div />
        </div>
      ))}
    </div>
  );
}
