import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useMemo, useState } from "react";
import {
  CallingChoicesDocument,
  type CallingChoicesQuery,
  SaveCallingLocationDocument,
} from "../../gql/graphql";
import { useAct } from "../../lib/act";
import { useAsk } from "../../lib/ask";
import type { StepProps } from "../../lib/step";
import { setupNames } from "../../lib/words";
import { Button } from "../../ui/button";
import { Combobox } from "../../ui/combobox";
import { FailureBanner } from "../../ui/failure-banner";
import { Skeleton } from "../../ui/skeleton";
import { StepPage } from "../../ui/step-page";
import { TextField } from "../../ui/text-field";
import { useDraft } from "../service/draft";
import { DraftConflict, withoutConflict } from "../service/draft-conflict";
import {
  addressInput,
  type LocationDraft,
  languageFor,
  locationFacets,
  savedLocation,
} from "../service/location";
import { callingOf } from "../service/of-kind";
import { SetUpLater } from "../service/set-up-later";
import { browserZone, nameZone, zoneOptions } from "../service/time-zone";
import { AddressField } from "./address-field";

/** The headquarters location of Calling. */
export default function CallingLocation(props: StepProps) {
  const { order } = props;
  const draft = useDraft(order, "calling-location", savedLocation(order, callingOf(order)));
  const { data, failure, reload } = useAsk(CallingChoicesDocument, { country: draft.values.address.country });
  const choices = useLatest(data);
  if (choices) return <Headquarters {...props} draft={draft} choices={choices} />;
  return failure ? (
    <FailureBanner failure={failure} during="load" onRetry={reload} />
  ) : (
    <Skeleton shape="step" />
  );
}

/** The last answer stays until that of another country is there. */
function useLatest<Data>(data: Data | undefined): Data | undefined {
  const [latest, setLatest] = useState(data);
  useEffect(() => {
    if (data) setLatest(data);
  }, [data]);
  return data ?? latest;
}

type HeadquartersProps = StepProps & {
  draft: ReturnType<typeof useDraft<LocationDraft>>;
  choices: CallingChoicesQuery;
};

function Headquarters({ order, back, next, update, draft, choices }: HeadquartersProps) {
  const { t, i18n } = useLingui();
  const service = callingOf(order);
  const act = useAct(SaveCallingLocationDocument);
  const typed = draft.values;
  const { country } = typed.address;
  const near = new Set(choices.near.map(({ name }) => name));
  const zones = choices.timeZones.filter(({ name }) => near.has(name));
  const others = choices.timeZones.filter(({ name }) => !near.has(name));
  const timeZone =
    typed.timeZone ?? browserZone(zones) ?? (zones.length === 1 ? zones[0]?.name : null) ?? null;
  const languages = choices.languages.map(({ code, name }) => ({ id: code, name }));
  const preferredLanguage =
    typed.preferredLanguage ?? languageFor(country, i18n.locale, choices.languages, "spoken");
  const announcementLanguage =
    typed.announcementLanguage ?? languageFor(country, i18n.locale, choices.languages, "country");
  const fields = choices.addressFormat.fields.filter(({ name }) => name !== "country");
  const mine = { ...typed, timeZone, preferredLanguage, announcementLanguage };
  const change = (changed: Partial<LocationDraft>) => draft.change({ ...typed, ...changed });

  async function save() {
    const payload = await act.run({
      input: {
        serviceId: service.id,
        name: typed.name,
        timeZone: timeZone ?? "",
        preferredLanguage: preferredLanguage ?? "",
        announcementLanguage: announcementLanguage ?? "",
        address: addressInput(
          typed.address,
          fields.map(({ name }) => name),
        ),
        expectedVersion: draft.version,
      },
    });
    if (!payload?.order) return;
    draft.forget();
    next(payload.order);
  }
  function settle(values: LocationDraft, version: number) {
    draft.rebase(values, version);
    if (act.payload?.order) update(act.payload.order);
    act.refuse([]);
  }
  const errors = useMemo(() => withoutConflict(act.errors).map(nameZone), [act.errors]);
  const current = act.payload?.order ?? order;
  return (
    <StepPage
      back={back}
      service={i18n._(setupNames.CALLING)}
      title={t`Where is your headquarters?`}
      lead={
        <Trans>
          Calling needs only one location: your headquarters. After provisioning you can change it and add
          more in Control Hub.
        </Trans>
      }
      act={{ ...act, errors }}
      onSubmit={save}
      unsaved={draft.isDirty}
    >
      <DraftConflict
        act={act}
        mine={mine}
        theirs={savedLocation(current, callingOf(current))}
        facets={locationFacets((code) => languages.find(({ id }) => id === code)?.name ?? "")}
        onSettled={settle}
      />
      <div className="stack">
        <TextField
          name="name"
          label={t`Location name`}
          value={typed.name}
          onChange={(name) => change({ name })}
          autoComplete="organization"
        />
        <Combobox
          name="address.country"
          label={t`Country or region`}
          hint={t`Where most of your users are`}
          options={choices.countries.map(({ code, name }) => ({ id: code, name }))}
          value={country || null}
          onChange={(chosen) =>
            chosen && change({ address: { ...typed.address, country: chosen, state: null }, timeZone: null })
          }
        />
        {fields.map((field) => (
          <AddressField
            key={field.name}
            field={field}
            value={typed.address[field.name as keyof LocationDraft["address"]] ?? ""}
            onChange={(value) => change({ address: { ...typed.address, [field.name]: value } })}
          />
        ))}
        <Combobox
          name="timeZone"
          label={t`Time zone`}
          options={zoneOptions([...zones, ...others])}
          value={timeZone}
          onChange={(chosen) => change({ timeZone: chosen })}
        />
        <Combobox
          name="preferredLanguage"
          label={t`Preferred language`}
          hint={t`For users and devices`}
          options={languages}
          value={preferredLanguage}
          onChange={(chosen) => change({ preferredLanguage: chosen })}
        />
        <Combobox
          name="announcementLanguage"
          label={t`Announcement language`}
          hint={t`What callers hear`}
          options={languages}
          value={announcementLanguage}
          onChange={(chosen) => change({ announcementLanguage: chosen })}
        />
      </div>
      <div className="actions">
        <Button type="submit" variant="primary" isPending={act.pending}>
          <Trans>Next</Trans>
        </Button>
        <SetUpLater service={service} next={next} />
      </div>
    </StepPage>
  );
}
