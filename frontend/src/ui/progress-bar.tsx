import "./progress-bar.css";

type ProgressBarProps = {
  /** Names what progresses; read out only. */
  label: string;
  /** From 0 to 1. */
  value: number;
  tone?: "accent" | "ok" | "bad";
  /** 4 px in rows, 6 px on a page. */
  thin?: boolean;
};

/** How much is done; the words beside it say the same. */
export function ProgressBar({ label, value, tone = "accent", thin }: ProgressBarProps) {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div
      className="progress-bar"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      data-tone={tone}
      {...(thin && { "data-thin": "" })}
    >
      <div style={{ width: `${percent}%` }} />
    </div>
  );
}
