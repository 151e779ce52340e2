import { Plural, useLingui } from "@lingui/react/macro";
import { Cell, Row, Table } from "../../ui/table";
import { Remainder } from "./remainder";
import { anchorOf, left, type Split, type splitLicenses } from "./split";
import { SplitEvenly } from "./split-evenly";
import { UnitsField } from "./units-field";

export type SplitProps = {
  licenses: ReturnType<typeof splitLicenses>;
  sites: readonly string[];
  split: Split;
  /** The server refused the split: what is left over is shown as an error. */
  isRefused: boolean;
  /** New units of a license for some of the sites. */
  onChange: (license: string, units: Split[string]) => void;
};

/** One row a license, one column a site. */
export function SplitTable({ licenses, sites, split, isRefused, onChange }: SplitProps) {
  const { t } = useLingui();
  return (
    <Table caption={t`Licenses by site`} columns={[t`License`, ...sites, t`Left to distribute`]}>
      {licenses.map(({ id, name, totalUnits }) => {
        const rest = left(totalUnits, split[id], sites);
        return (
          <Row key={id}>
            <Cell>
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
            </Cell>
            {sites.map((site, column) => (
              <Cell key={site}>
                <UnitsField
                  licenseId={id}
                  license={name}
                  site={site}
                  units={String(split[id]?.[site] ?? "")}
                  anchor={column === 0 ? anchorOf(id) : undefined}
                  isOver={rest < 0}
                  onChange={onChange}
                />
              </Cell>
            ))}
            <Cell>
              <Remainder license={name} total={totalUnits} left={rest} isRefused={isRefused} />
            </Cell>
          </Row>
        );
      })}
    </Table>
  );
}
