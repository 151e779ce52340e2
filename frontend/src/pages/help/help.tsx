import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { HubPage } from "../../ui/hub-page";
import "./help.css";

/** The guide: the way of an order from the welcome email to provisioned services. */
export default function Help() {
  const { t } = useLingui();
  return (
    <HubPage
      title={t`Guide`}
      lead={
        <Trans>
          Webex Suite subscriptions are provisioned in Control Hub. A new subscription is completed in two
          parts: organization finder, then service setup. Together they take about 10 minutes.
        </Trans>
      }
    >
      <article className="guide">
        <Chapter id="email" title={t`The welcome email`}>
          <p>
            <Trans>
              The provisioning contact of an order gets an email whose subject begins “Provisioning
              information required for order”. Its button Set Up Your Service opens the wizard.
            </Trans>
          </p>
          <p>
            <Trans>
              Opening the link changes nothing; only Next does. A link works until the deadline of the order.
              If it was replaced or has expired, send yourself a new one from the page that it opens.
            </Trans>
          </p>
          <p>
            <Trans>
              No email? <Link href="/lost-mail">This is what to do</Link>.
            </Trans>
          </p>
        </Chapter>
        <Chapter id="audience" title={t`Who the order is for`}>
          <p>
            <Trans>
              Choose “This order is for a customer” if you are a partner, or “This order is for my company”.
              We advise partners to set up on the customer’s behalf: you can then support them after setup is
              complete.
            </Trans>
          </p>
          <p>
            <Trans>
              If you are not the right person, choose “I want someone else to complete this order”. That
              person gets an email with a link. You can take the order back until they first sign in.
            </Trans>
          </p>
        </Chapter>
        <Chapter id="finder" title={t`Part 1: Organization finder`}>
          <p>
            <Trans>
              Control Hub compares your email address with the existing Webex organizations. If your address
              belongs to an organization, the order is mapped to it. If only its domain does, you choose from
              the matching organizations. If nothing matches, you create a new organization.
            </Trans>
          </p>
          <p>
            <Trans>
              For each organization you see its verified or claimed domains, the number of active users and
              the latest user activity. An organization without verified domains and without user activity in
              the last year is probably not the right one.
            </Trans>
          </p>
          <p>
            <Trans>
              Partners map the subscription twice: first to their partner organization, then to the correct
              customer organization. Until the first service is submitted, the mapping can be undone.
            </Trans>
          </p>
        </Chapter>
        <Chapter id="roles" title={t`Roles and privileges`}>
          <p>
            <Trans>
              A partner who provisions for an existing customer is provisioning administrator: for that order
              only. Who needs full administrator privileges first completes service setup, then asks the
              customer’s administrator on the order page.
            </Trans>
          </p>
          <p>
            <Trans>
              “My customer will set up their own services” sends the customer’s administrator an email to
              continue with service setup. Partners who choose it do not lose access to the customer’s
              organization.
            </Trans>
          </p>
        </Chapter>
        <Chapter id="services" title={t`Part 2: Service setup`}>
          <p>
            <Trans>
              Each service begins with a review of the subscription and Set up now. With Set up later nothing
              is provisioned and nothing is lost: the order stays open, and the next sign-in to Control Hub
              shows it.
            </Trans>
          </p>
          <p>
            <Trans>
              Meetings: choose a Webex URL name and a time zone for each site. A site on an early release
              schedule gets features before the normal deployment cycle; this cannot be changed after
              provisioning. With several sites, distribute the licenses across them.
            </Trans>
          </p>
          <p>
            <Trans>
              Calling: enter one location, that of your headquarters. Change it or add more after
              provisioning, on the page of your organization.
            </Trans>
          </p>
          <p>
            <Trans>
              Every Next saves. Setup starts when you click Close on the review page of a service. You can
              download a copy of the order summary as PDF there and on the order page.
            </Trans>
          </p>
        </Chapter>
        <Chapter id="later" title={t`Coming back`}>
          <p>
            <Trans>
              <Link href="/sign-in">Sign in</Link> with your email address and the code that we send there.
              The first page shows what waits for you.
            </Trans>
          </p>
        </Chapter>
        <Chapter id="problems" title={t`If something fails`}>
          <p>
            <Trans>
              The order page shows which step failed and why. Change your entries or try again; what is
              already set up stays. If two people change the same, nobody’s entries are lost: you choose which
              value to keep.
            </Trans>
          </p>
          <p>
            <Trans>
              If a subscription was mapped to your organization without your knowledge, open the order and
              choose “This wasn’t us”. Setup stops at once, and support decides.
            </Trans>
          </p>
        </Chapter>
      </article>
    </HubPage>
  );
}

function Chapter({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
