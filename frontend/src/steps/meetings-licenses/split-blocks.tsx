import { Plural } from "@lingui/react/macro";
import { fieldOf } from "../service/units-field-name";
import { Remainder } from "./remainder";
import { anchorOf, left } from "./split";
import { SplitEvenly } from "./split-evenly";
import type { SplitProps } from "./split-table";
import { UnitsField } from "./units-field";

/** What is left of each license on top, then one block a site: for many sites and narrow windows. */
export function SplitBlocks({ licenses, sites, split, isRefused, onChange }: SplitProps) {
  const rest = new Map(licenses.map(({ id, totalUnits }) => [id, left(totalUnits, split[id], sites)]));
  return (
    <>
      <ul className="split-rest">
        {licenses.map(({ id, name, totalUnits }) => (
          <li key={id}>
            <div>
              <span className="split-license">{name}</span>
              <span className="split-about">
                <Plural value={totalUnits} one="# license" other="# licenses" />{" "}
                <SplitEvenly
                  total={totalUnits}
                  license={name}
                  sites={sites}
                  onSplit={(units) => onChange(id, units)}
                />
              </span>
            </div>
            <Remainder
              license={name}
              total={totalUnits}
              left={rest.get(id) ?? totalUnits}
              isRefused={isRefused}
            />
          </li>
        ))}
      </ul>
      {sites.map((site, place) => (
        <fieldset key={site} className="split-site">
          <legend>{site}</legend>
          <div className="split-fields">
            {licenses.map(({ id, name }) => (
              <UnitsField
                key={id}
                labelled
                name={fieldOf(id, site)}
                license={name}
                site={site}
                units={String(split[id]?.[site] ?? "")}
                anchor={place === 0 ? anchorOf(id) : undefined}
                isOver={(rest.get(id) ?? 0) < 0}
                onChange={(units) => onChange(id, { [site]: units })}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </>
  );
}
