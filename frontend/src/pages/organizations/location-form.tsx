import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useMemo, useState } from "react";
import {
  AddLocationDocument,
  type LocationChoicesQuery,
  type LocationFactsFragment,
  UpdateLocationDocument,
} from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import { setUnsaved } from "../../lib/unsaved";
import { useLocationChoices } from "../../location/choices";
import {
  changesCountry,
  draftOf,
  type LocationDraft,
  locationInput,
  newLocation,
  resolved,
} from "../../location/location";
import { LocationFields } from "../../location/location-fields";
import { nameZone } from "../../location/time-zone";
import { Button } from "../../ui/button";
import { ErrorSummary } from "../../ui/error-summary";
import { FailureBanner } from "../../ui/failure-banner";
import { Form } from "../../ui/form";
import { Skeleton } from "../../ui/skeleton";
import { toast } from "../../ui/toast";
import "./organizations.css";

type LocationFormProps = {
  /** Null for a new one. */
  location: LocationFactsFragment | null;
  /** The Calling service that a new location belongs to. */
  serviceId: string | undefined;
  /** Country of a new location until another is chosen. */
  country: string;
  onDone: () => void;
  onCancel: () => void;
};

/** Adds or changes a Calling location; what is typed is asked about before the page is left. */
export function LocationForm({ country, ...props }: LocationFormProps) {
  const { location } = props;
  const [draft, setDraft] = useState(() => (location ? draftOf(location) : newLocation("", country)));
  const { choices, failure, reload } = useLocationChoices(draft.address.country);
  function change(changed: Partial<LocationDraft>) {
    setUnsaved(true);
    setDraft((before) => ({ ...before, ...changed }));
  }
  useEffect(() => () => setUnsaved(false), []);
  if (choices) return <Fields {...props} draft={draft} choices={choices} onChange={change} />;
  return failure ? (
    <FailureBanner failure={failure} during="load" onRetry={reload} />
  ) : (
    <Skeleton shape="cards" />
  );
}

type FieldsProps = Omit<LocationFormProps, "country"> & {
  draft: LocationDraft;
  choices: LocationChoicesQuery;
  onChange: (changed: Partial<LocationDraft>) => void;
};

function Fields({ location, serviceId, draft, choices, onChange, onDone, onCancel }: FieldsProps) {
  const { t, i18n } = useLingui();
  const add = useApiMutation(AddLocationDocument);
  const update = useApiMutation(UpdateLocationDocument);
  const act = location ? update : add;
  const errors = useMemo(() => act.errors.map(nameZone), [act.errors]);
  const shown = resolved(draft, choices, i18n.locale);
  async function save() {
    const values = locationInput(shown, choices);
    const payload = location
      ? await update.run({ input: { locationId: location.id, ...values } })
      : await add.run({ input: { serviceId: serviceId ?? "", ...values } });
    if (!payload) return;
    toast(location ? t`Location changed` : t`Location added`);
    onDone();
  }
  return (
    <div className="location-form">
      <ErrorSummary errors={errors} />
      {act.failure && <FailureBanner failure={act.failure} during="save" onRetry={save} />}
      <Form errors={errors} onSubmit={save}>
        <LocationFields
          draft={shown}
          choices={choices}
          onChange={(changed) => {
            if (changesCountry(changed, shown)) act.refuse([]);
            onChange(changed);
          }}
          focused
        />
        <div className="actions">
          <Button type="submit" variant="primary" isPending={act.pending}>
            <Trans>Save</Trans>
          </Button>
          <Button variant="quiet" onPress={onCancel}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </Form>
    </div>
  );
}
