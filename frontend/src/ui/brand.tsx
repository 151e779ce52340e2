import "./brand.css";

/** The mark and name of the product. */
export function Brand() {
  return (
    <span className="brand">
      <svg width="20" height="20" viewBox="0 0 20 20" fill="none" aria-hidden="true">
        <circle cx="10" cy="10" r="8" stroke="currentColor" strokeWidth="2" />
        <circle cx="10" cy="10" r="2.6" fill="var(--accent)" />
      </svg>
      Control Hub
    </span>
  );
}
