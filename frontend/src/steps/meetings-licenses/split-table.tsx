import { Plural, useLingui } from "@lingui/react/macro";
import { Cell, Row, Table } from "../../ui/table";
import type { Split, splitLicenses } from "../service/saved-split";
import { Remainder } from "./remainder";
import { RestHere } from "./rest-here";
import { anchorOf, left } from "./split";
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
  /** A block was pasted at a field; true: it was one. */
  onPaste: (license: string, site: string, text: string) => boolean;
  /** Gives a site all that is left. */
  onRest: (site: string) => void;
  /** Splits a license as somebody says. */
  onRatio: (license: string) => void;
};

/** One row a license, one column a site. */
export function SplitTable({
  licenses,
  sites,
  split,
  isRefused,
  onChange,
  onPaste,
  onRest,
  onRatio,
}: SplitProps) {
  const { t } = useLingui();
  const isLeft = licenses.some(({ id, totalUnits }) => left(totalUnits, split[id], sites) > 0);
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
                  onRatio={() => onRatio(id)}
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
                  onPaste={onPaste}
                />
              </Cell>
            ))}
            <Cell>
              <Remainder license={name} total={totalUnits} left={rest} isRefused={isRefused} />
            </Cell>
          </Row>
        );
      })}
      <Row>
        <Cell wide />
        {sites.map((site) => (
          <Cell key={site}>
            <RestHere site={site} isDisabled={!isLeft} onRest={onRest} />
          </Cell>
        ))}
        <Cell wide />
      </Row>
    </Table>
  );
}
