import "./spinner.css";

/** Three quarters of a ring that turns; stands still where motion is unwanted. */
export function Spinner() {
  return (
    <svg className="spinner" width="16" height="16" viewBox="0 0 16 16" fill="none" aria-hidden="true">
      <path d="M13.6 11.6A6.5 6.5 0 1 1 13 3.9" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
