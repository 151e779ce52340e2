import { Plural } from "@lingui/react/macro";
import { type CSSProperties, memo, useDeferredValue, useState } from "react";
import { useStable } from "../../lib/stable";
import type { Split } from "../service/saved-split";
import { Remainder } from "./remainder";
import { RestHere } from "./rest-here";
import { anchorOf, left } from "./split";
import { SplitEvenly } from "./split-evenly";
import type { SplitProps } from "./split-table";
import { UnitsField } from "./units-field";

/**
 * What is left of each license on top, then one block a site: for many sites and narrow windows. A key shows at once in its
 * field and on top; what it or a press changes in other blocks follows, so that 500 fields hold nothing up.
 */
export function SplitBlocks({
  licenses,
  sites,
  split,
  isRefused,
  onChange,
  onPaste,
  onRest,
  onRatio,
}: SplitProps) {
  const restOf = (split: Split) =>
    new Map(licenses.map(({ id, totalUnits }) => [id, left(totalUnits, split[id], sites)]));
  const rest = restOf(split);
  const later = useDeferredValue(split);
  const restLater = later === split ? rest : restOf(later);
  const isLeft = [...restLater.values()].some((units) => units > 0);
  /** Sites whose fields somebody types in: they are never behind. */
  const [typedIn, setTypedIn] = useState<readonly string[]>([]);
  const type = useStable((license: string, units: Split[string]) => {
    setTypedIn([...new Set([...typedIn, ...Object.keys(units ?? {})])]);
    onChange(license, units);
  });
  return (
    <>
      <ul className="split-rest">
        {licenses.map((license) => (
          <LicenseRest
            key={license.id}
            left={rest.get(license.id) ?? license.totalUnits}
            {...{ license, sites, isRefused, onChange, onRatio }}
          />
        ))}
      </ul>
      {sites.map((site, place) => (
        <SiteBlock
          key={site}
          site={site}
          isFirst={place === 0}
          isLeft={isLeft}
          split={typedIn.includes(site) ? split : later}
          rest={restLater}
          onChange={type}
          {...{ licenses, onPaste, onRest }}
        />
      ))}
    </>
  );
}

type LicenseRestProps = Pick<SplitProps, "sites" | "isRefused" | "onChange" | "onRatio"> & {
  license: SplitProps["licenses"][number];
  left: number;
};

/** What is left of one license: drawn again only where that changes. */
const LicenseRest = memo(function LicenseRest({
  license,
  sites,
  left,
  isRefused,
  onChange,
  onRatio,
}: LicenseRestProps) {
  const { id, name, totalUnits } = license;
  return (
    <li>
      <div>
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
      </div>
      <Remainder license={name} total={totalUnits} left={left} isRefused={isRefused} />
    </li>
  );
});

/** Of a wide window; it only tells about how high a block will be before it is seen. */
const columns = 3;

type SiteBlockProps = Pick<SplitProps, "licenses" | "split" | "onChange" | "onPaste" | "onRest"> & {
  site: string;
  isFirst: boolean;
  /** Of some license something is left. */
  isLeft: boolean;
  /** What is left of each license by its id. */
  rest: ReadonlyMap<string, number>;
};

/** The licenses of one site. Of 50 sites with 500 fields only the one that is changed is drawn again. */
const SiteBlock = memo(function SiteBlock({
  licenses,
  site,
  isFirst,
  isLeft,
  split,
  rest,
  onChange,
  onPaste,
  onRest,
}: SiteBlockProps) {
  return (
    <fieldset
      className="split-site"
      style={{ "--rows": Math.ceil(licenses.length / columns) } as CSSProperties}
    >
      <legend>{site}</legend>
      <div className="split-fields">
        {licenses.map(({ id, name }) => (
          <UnitsField
            key={id}
            labelled
            licenseId={id}
            license={name}
            site={site}
            units={String(split[id]?.[site] ?? "")}
            anchor={isFirst ? anchorOf(id) : undefined}
            isOver={isOver(rest, id)}
            onChange={onChange}
            onPaste={onPaste}
          />
        ))}
      </div>
      <p className="split-rest-here">
        <RestHere site={site} isDisabled={!isLeft} onRest={onRest} />
      </p>
    </fieldset>
  );
}, looksAlike);

function looksAlike(before: SiteBlockProps, now: SiteBlockProps): boolean {
  const { site } = now;
  return (
    before.onChange === now.onChange &&
    before.isLeft === now.isLeft &&
    before.licenses.length === now.licenses.length &&
    now.licenses.every(
      ({ id, name }, place) =>
        before.licenses[place]?.name === name &&
        before.licenses[place]?.id === id &&
        before.split[id]?.[site] === now.split[id]?.[site] &&
        isOver(before.rest, id) === isOver(now.rest, id),
    )
  );
}

const isOver = (rest: ReadonlyMap<string, number>, license: string) => (rest.get(license) ?? 0) < 0;
