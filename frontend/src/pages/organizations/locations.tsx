import { Trans, useLingui } from "@lingui/react/macro";
import { Suspense, useState } from "react";
import { Link } from "wouter";
import type { LocationFactsFragment } from "../../gql/graphql";
import { zone } from "../../lib/format";
import { page } from "../../lib/page";
import { signInHref } from "../../lib/redirects";
import { useKnownViewer } from "../../lib/viewer";
import { addressLine } from "../../location/location";
import { Button, TextButton } from "../../ui/button";
import { Section } from "../../ui/hub-page";
import { Skeleton } from "../../ui/skeleton";
import { Badge } from "../../ui/status";
import { Cell, Row, Table } from "../../ui/table";
import type { Organization } from "./organization";

const LocationForm = page("hub", async () => ({ default: (await import("./location-form")).LocationForm }));

/** The Calling locations of an organization; administrators add and change them after provisioning. */
export function Locations({ organization, reload }: { organization: Organization; reload: () => void }) {
  const { t } = useLingui();
  const [edited, setEdited] = useState<LocationFactsFragment | "new" | null>(null);
  // The button that the form came from takes the focus back.
  const [returned, setReturned] = useState<string | null>(null);
  const orders = organization.orders.edges
    .map(({ node }) => node)
    .filter(({ customerOrganization }) => customerOrganization?.id === organization.id);
  const host = orders.find(({ allowedMutations }) => allowedMutations.includes("addLocation"));
  const serviceId = host?.services.find(({ kind }) => kind === "CALLING")?.id;
  const mayChange = orders.some(({ allowedMutations }) => allowedMutations.includes("updateLocation"));
  if (organization.locations.length === 0) {
    // Calling has its headquarters, but the link of an order shows nothing beyond it.
    return serviceId ? <NotShown organization={organization} /> : null;
  }
  function close() {
    setReturned(edited && edited !== "new" ? edited.id : "new");
    setEdited(null);
  }
  if (edited) {
    return (
      <Section title={edited === "new" ? t`Add a location` : t`Change ${edited.name}`}>
        <Suspense fallback={<Skeleton shape="rows" count={3} />}>
          <LocationForm
            location={edited === "new" ? null : edited}
            serviceId={serviceId}
            country={organization.country}
            onDone={() => {
              close();
              reload();
            }}
            onCancel={close}
          />
        </Suspense>
      </Section>
    );
  }
  return (
    <Section
      title={t`Locations`}
      action={
        serviceId && (
          <Button size="small" icon="plus" autoFocus={returned === "new"} onPress={() => setEdited("new")}>
            <Trans>Add a location</Trans>
          </Button>
        )
      }
    >
      <Table caption={t`Locations`} columns={[t`Location`, t`Address`, t`Time zone`, { unseen: t`Change` }]}>
        {organization.locations.map((location) => (
          <Row key={location.id}>
            <Cell>
              <strong>{location.name}</strong> {location.default && <Badge>{t`Headquarters`}</Badge>}
            </Cell>
            <Cell>{addressLine(location.address)}</Cell>
            <Cell>{zone(location.timeZoneLabel, location.timeZone)}</Cell>
            <Cell end>
              {mayChange && (
                <TextButton autoFocus={returned === location.id} onPress={() => setEdited(location)}>
                  <Trans>
                    Change <span className="unseen">{location.name}</span>
                  </Trans>
                </TextButton>
              )}
            </Cell>
          </Row>
        ))}
      </Table>
    </Section>
  );
}

/** Why there is nothing to see: the session covers one order only, or the person is no administrator here. */
function NotShown({ organization }: { organization: Organization }) {
  const { t } = useLingui();
  const viewer = useKnownViewer();
  if (!viewer) return null;
  const name = organization.displayName;
  return (
    <Section title={t`Sites and locations`}>
      <p className="small ink-2">
        {viewer.onlyOrderId ? (
          <Trans>
            The link you used shows only its order.{" "}
            <Link href={signInHref(`/organizations/${organization.id}`, false)}>Sign in</Link> to see and
            change what your organization has.
          </Trans>
        ) : (
          <Trans>
            Only administrators of {name} see its sites and locations. Your order shows what you set up.
          </Trans>
        )}
      </p>
    </Section>
  );
}
