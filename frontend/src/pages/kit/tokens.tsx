const inks = ["ink", "ink-2", "ink-3", "accent", "ok", "warn", "bad"];
const grounds = ["surface", "canvas", "sunken", "accent-soft"];
const edges = ["line", "line-strong", "control", "focus"];
const fills = ["accent", "accent-hover", "bad", "bad-hover"];
const soft = ["ok", "warn", "bad"];
const spaces = [1, 2, 3, 4, 5, 6, 8, 12, 16];
const radii = ["box", "control", "card", "panel", "dialog", "pill"];

/** Colours on each ground that they may stand on, type, space and radius. */
export function Tokens() {
  return (
    <>
      <section>
        <h2>Colours</h2>
        {grounds.map((ground) => (
          <p key={ground} className="kit-ground" style={{ background: `var(--${ground})` }}>
            <span className="kit-name">{ground}</span>
            {inks.map((ink) => (
              <span key={ink} style={{ color: `var(--${ink})` }}>
                {ink}
              </span>
            ))}
          </p>
        ))}
        {soft.map((tone) => (
          <p key={tone} className="kit-ground" style={{ background: `var(--${tone}-soft)` }}>
            <span className="kit-name">{tone}-soft</span>
            <span style={{ color: `var(--${tone})` }}>{tone}</span> ink
          </p>
        ))}
        {fills.map((fill) => (
          <p
            key={fill}
            className="kit-ground"
            style={{ background: `var(--${fill})`, color: `var(--on-${fill.replace("-hover", "")})` }}
          >
            on-{fill.replace("-hover", "")} on {fill}
          </p>
        ))}
        <p className="kit-ground">
          {edges.map((edge) => (
            <span key={edge} className="kit-edge" style={{ borderColor: `var(--${edge})` }}>
              {edge}
            </span>
          ))}
        </p>
      </section>
      <section>
        <h2>Type</h2>
        <p className="lead">Lead: the question, then what it is about, at most 66 characters a line.</p>
        <h3>Heading of the third level</h3>
        <p>Body 15/24, 400 and 600</p>
        <p className="small">Small 14/22</p>
        <p className="meta">Meta 13/20</p>
        <p className="caption">Caption 12/16</p>
        <p className="tabular">Tabular 1,234,567</p>
      </section>
      <section>
        <h2>Space and radius</h2>
        <p className="kit-ground">
          {spaces.map((space) => (
            <span key={space} className="kit-space" style={{ width: `var(--space-${space})` }} />
          ))}
        </p>
        <p className="kit-ground">
          {radii.map((radius) => (
            <span key={radius} className="kit-edge" style={{ borderRadius: `var(--radius-${radius})` }}>
              {radius}
            </span>
          ))}
        </p>
      </section>
    </>
  );
}
