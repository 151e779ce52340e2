import { Trans, useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import {
  ExistingLocationsDocument,
  type LocationChoicesQuery,
  SaveCallingLocationDocument,
} from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import { useApiQuery } from "../../lib/api-query";
import { customerOf } from "../../lib/order";
import type { StepProps } from "../../lib/step";
import { setupNames } from "../../lib/words";
import { useLocationChoices } from "../../location/choices";
import { addressLine, changesCountry, locationInput, resolved } from "../../location/location";
import { LocationFields } from "../../location/location-fields";
import { nameZone, zoneNames } from "../../location/time-zone";
import { Button } from "../../ui/button";
import { FailureBanner } from "../../ui/failure-banner";
import { RadioCard, RadioCards } from "../../ui/radio-card";
import { Skeleton } from "../../ui/skeleton";
import { Badge } from "../../ui/status";
import { StepPage } from "../../ui/step-page";
import { useDraft } from "../service/draft";
import { DraftConflict, withoutConflict } from "../service/draft-conflict";
import { callingOf } from "../service/of-kind";
import { LaterNote, SetUpLater } from "../service/set-up-later";
import {
  type CallingDraft,
  type ExistingLocation,
  locationFacets,
  offeredLocations,
  savedChoice,
} from "./saved";

/** The headquarters location of Calling. */
export default function CallingLocation(props: StepProps) {
  const { data, failure, reload } = useApiQuery(ExistingLocationsDocument, { id: props.order.id });
  if (data) return <Location {...props} existing={offeredLocations(data)} />;
  return failure ? (
    <FailureBanner failure={failure} during="load" onRetry={reload} />
  ) : (
    <Skeleton shape="step" />
  );
}

/** The value of the card that asks for a location that is not there yet. */
const another = "new";

type LocationProps = StepProps & { existing: readonly ExistingLocation[] };

function Location(props: LocationProps) {
  const { order, existing } = props;
  const draft = useDraft(order, "calling-location", savedChoice(order, callingOf(order), existing));
  const { choices, failure, reload } = useLocationChoices(draft.values.address.country);
  if (choices) return <Headquarters {...props} draft={draft} choices={choices} />;
  return failure ? (
    <FailureBanner failure={failure} during="load" onRetry={reload} />
  ) : (
    <Skeleton shape="step" />
  );
}

type HeadquartersProps = LocationProps & {
  draft: ReturnType<typeof useDraft<CallingDraft>>;
  choices: LocationChoicesQuery;
};

function Headquarters({ order, back, next, update, draft, choices, existing }: HeadquartersProps) {
  const { t, i18n } = useLingui();
  const service = callingOf(order);
  const act = useApiMutation(SaveCallingLocationDocument);
  const customer = customerOf(order);
  const { existingLocationId = null } = draft.values;
  const mine = {
    ...resolved(draft.values, choices, i18n.locale, customer ? "country" : "spoken"),
    existingLocationId,
  };
  const languageName = (code: string | null) =>
    choices.languages.find((one) => one.code === code)?.name ?? "";

  async function save() {
    const payload = await act.run({
      input: {
        serviceId: service.id,
        ...locationInput(mine, choices),
        existingLocationId,
        expectedVersion: draft.version,
      },
    });
    if (!payload?.order) return;
    draft.forget();
    next(payload.order);
  }
  function settle(values: CallingDraft, version: number) {
    draft.rebase(values, version);
    if (act.payload?.order) update(act.payload.order);
    act.refuse([]);
  }
  const errors = useMemo(() => withoutConflict(act.errors).map(nameZone), [act.errors]);
  const current = act.payload?.order ?? order;
  const organization = order.customerOrganization?.displayName ?? order.companyName;
  return (
    <StepPage
      back={back}
      service={i18n._(setupNames.CALLING)}
      title={
        existing.length > 0
          ? t`Which location does this order use?`
          : customer
            ? t`Where is the headquarters of ${customer}?`
            : t`Where is your headquarters?`
      }
      lead={
        existing.length > 0 ? (
          <Trans>
            {organization} already has Calling. Use one of its locations as it is, or add another one.
          </Trans>
        ) : customer ? (
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
        order={order}
        draft={draft}
        act={act}
        mine={mine}
        theirs={savedChoice(current, callingOf(current), existing)}
        facets={() => locationFacets(existing, languageName, zoneNames(choices.timeZones))}
        onSettled={settle}
      />
      {existing.length > 0 && (
        <RadioCards
          name="existingLocationId"
          label={t`Location`}
          value={existingLocationId ?? another}
          onChange={(chosen) =>
            draft.change({ ...draft.values, existingLocationId: chosen === another ? null : chosen })
          }
        >
          {existing.map(({ id, name, address, default: isDefault }) => (
            <RadioCard
              key={id}
              value={id}
              title={t`Use ${name}`}
              badge={
                isDefault && (
                  <Badge>
                    <Trans>Default</Trans>
                  </Badge>
                )
              }
            >
              <span className="small ink-2">{addressLine(address)}</span>
            </RadioCard>
          ))}
          <RadioCard value={another} title={t`Add a new location`} />
        </RadioCards>
      )}
      {existingLocationId === null && (
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
      )}
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
