import { Trans, useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { type LocationChoicesQuery, SaveCallingLocationDocument } from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import { customerOf } from "../../lib/order";
import type { StepProps } from "../../lib/step";
import { setupNames } from "../../lib/words";
import { useLocationChoices } from "../../location/choices";
import { changesCountry, type LocationDraft, locationInput, resolved } from "../../location/location";
import { LocationFields } from "../../location/location-fields";
import { nameZone, zoneNames } from "../../location/time-zone";
import { Button } from "../../ui/button";
import { FailureBanner } from "../../ui/failure-banner";
import { Skeleton } from "../../ui/skeleton";
import { StepPage } from "../../ui/step-page";
import { useDraft } from "../service/draft";
import { DraftConflict, withoutConflict } from "../service/draft-conflict";
import { callingOf } from "../service/of-kind";
import { LaterNote, SetUpLater } from "../service/set-up-later";
import { locationFacets, savedLocation } from "./saved";

/** The headquarters location of Calling. */
export default function CallingLocation(props: StepProps) {
  const { order } = props;
  const draft = useDraft(order, "calling-location", savedLocation(order, callingOf(order)));
  const { choices, failure, reload } = useLocationChoices(draft.values.address.country);
  if (choices) return <Headquarters {...props} draft={draft} choices={choices} />;
  return failure ? (
    <FailureBanner failure={failure} during="load" onRetry={reload} />
  ) : (
    <Skeleton shape="step" />
  );
}

type HeadquartersProps = StepProps & {
  draft: ReturnType<typeof useDraft<LocationDraft>>;
  choices: LocationChoicesQuery;
};

function Headquarters({ order, back, next, update, draft, choices }: HeadquartersProps) {
  const { t, i18n } = useLingui();
  const service = callingOf(order);
  const act = useApiMutation(SaveCallingLocationDocument);
  const customer = customerOf(order);
  const mine = resolved(draft.values, choices, i18n.locale, customer ? "country" : "spoken");
  const languageName = (code: string | null) =>
    choices.languages.find((one) => one.code === code)?.name ?? "";

  async function save() {
    const payload = await act.run({
      input: { serviceId: service.id, ...locationInput(mine, choices), expectedVersion: draft.version },
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
      title={customer ? t`Where is the headquarters of ${customer}?` : t`Where is your headquarters?`}
      lead={
        customer ? (
          <Trans>
            Calling needs only one location: the headquarters location of {customer}. After provisioning you
            can change it and add more in Control Hub.
          </Trans>
        ) : (
          <Trans>
            Calling needs only one location: your headquarters location. After provisioning you can change it
            and add more in Control Hub.
          </Trans>
        )
      }
      act={{ ...act, errors }}
      onSubmit={save}
      unsaved={draft.isDirty}
    >
      <DraftConflict
        act={act}
        mine={mine}
        theirs={savedLocation(current, callingOf(current))}
        facets={locationFacets(languageName, zoneNames(choices.timeZones))}
        onSettled={settle}
      />
      <LocationFields
        draft={mine}
        choices={choices}
        onChange={(changed) => {
          // What was wrong with the address of one country is not with that of another.
          if (changesCountry(changed, mine)) act.refuse([]);
          draft.change({ ...draft.values, ...changed });
        }}
        hint={customer ? t`Where most users of ${customer} are` : t`Where most of your users are`}
      />
      <div className="actions">
        <Button type="submit" variant="primary" isPending={act.pending}>
          <Trans>Next</Trans>
        </Button>
        <SetUpLater service={service} next={next} />
      </div>
      <LaterNote service={service} />
    </StepPage>
  );
}
