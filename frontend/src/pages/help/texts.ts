import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { FunctionComponent } from "react";
import type { ChapterSlug } from "../../lib/guide-parts";
import { Audience } from "./chapters/audience";
import { Calling } from "./chapters/calling";
import { Close } from "./chapters/close";
import { ConnectingPrograms } from "./chapters/connecting-programs";
import { Domains } from "./chapters/domains";
import { FindingOrganizations } from "./chapters/finding-organizations";
import { FollowingOrders } from "./chapters/following-orders";
import { FullAdministrator } from "./chapters/full-administrator";
import { Licenses } from "./chapters/licenses";
import { ManyOrders } from "./chapters/many-orders";
import { Meetings } from "./chapters/meetings";
import { NewOrganization } from "./chapters/new-organization";
import { OrderPage } from "./chapters/order-page";
import { OrganizationPage } from "./chapters/organization-page";
import { PlacingOrders } from "./chapters/placing-orders";
import { Provisioning } from "./chapters/provisioning";
import { ReviewOrganizations } from "./chapters/review-organizations";
import { Services } from "./chapters/services";
import { SigningIn } from "./chapters/signing-in";
import { SomeoneElse } from "./chapters/someone-else";
import { Warnings } from "./chapters/warnings";
import { WelcomeEmail } from "./chapters/welcome-email";
import { WhatCustomersSee } from "./chapters/what-customers-see";

type ChapterText = { title: MessageDescriptor; summary: MessageDescriptor; Text: FunctionComponent };

/** The chapters: what each is called, what it is about in a sentence, and its text. */
export const texts: Record<ChapterSlug, ChapterText> = {
  "welcome-email": {
    title: msg`The welcome email and its link`,
    summary: msg`How an order reaches you, and what to do if its link does not work.`,
    Text: WelcomeEmail,
  },
  "signing-in": {
    title: msg`Signing in and coming back`,
    summary: msg`You need no password, and you find everything as you left it.`,
    Text: SigningIn,
  },
  audience: {
    title: msg`Who the order is for`,
    summary: msg`The first question decides which organizations you choose.`,
    Text: Audience,
  },
  "someone-else": {
    title: msg`Someone else completes the order`,
    summary: msg`Hand an order to the right person, and take it back if you have to.`,
    Text: SomeoneElse,
  },
  "finding-organizations": {
    title: msg`Finding the organization`,
    summary: msg`Control Hub compares your email address with the existing Webex organizations.`,
    Text: FindingOrganizations,
  },
  warnings: {
    title: msg`Warnings about organizations`,
    summary: msg`What a warning at an organization means, and what to do then.`,
    Text: Warnings,
  },
  "new-organization": {
    title: msg`Creating an organization`,
    summary: msg`For companies that have no Webex organization yet.`,
    Text: NewOrganization,
  },
  "review-organizations": {
    title: msg`Confirming the organizations`,
    summary: msg`A last look before the order is mapped, and how to undo it.`,
    Text: ReviewOrganizations,
  },
  "what-customers-see": {
    title: msg`What the customer sees`,
    summary: msg`The administrators of an existing organization are told about each subscription and can object.`,
    Text: WhatCustomersSee,
  },
  services: {
    title: msg`Now, later, or by the customer`,
    summary: msg`Each service is set up separately, in any order, whenever it suits you.`,
    Text: Services,
  },
  meetings: {
    title: msg`Meetings: your Webex sites`,
    summary: msg`The addresses where people schedule and join meetings.`,
    Text: Meetings,
  },
  licenses: {
    title: msg`Meetings: licenses`,
    summary: msg`With several sites, you choose how many licenses each one gets.`,
    Text: Licenses,
  },
  calling: {
    title: msg`Calling: your headquarters`,
    summary: msg`Calling starts with one location.`,
    Text: Calling,
  },
  close: {
    title: msg`Review and Close`,
    summary: msg`Nothing is set up until you click “Close” for a service.`,
    Text: Close,
  },
  provisioning: {
    title: msg`Watching provisioning`,
    summary: msg`See each step as it happens, and what to do if one fails.`,
    Text: Provisioning,
  },
  "order-page": {
    title: msg`The order page`,
    summary: msg`Where an order stands, whose turn it is, and the order summary.`,
    Text: OrderPage,
  },
  "many-orders": {
    title: msg`Many orders at once`,
    summary: msg`Find orders in the list, and do one thing with all of them.`,
    Text: ManyOrders,
  },
  "organization-page": {
    title: msg`Sites and locations afterwards`,
    summary: msg`Your organization’s page shows what is set up. You can add more locations there.`,
    Text: OrganizationPage,
  },
  domains: {
    title: msg`Domains of your organization`,
    summary: msg`Prove that a domain is yours, so that orders find your organization by it.`,
    Text: Domains,
  },
  "full-administrator": {
    title: msg`Full administrator privileges`,
    summary: msg`How a partner asks for more rights, and how the customer decides.`,
    Text: FullAdministrator,
  },
  "placing-orders": {
    title: msg`Placing orders`,
    summary: msg`Systems of sellers place orders by GraphQL and can complete them, too.`,
    Text: PlacingOrders,
  },
  "following-orders": {
    title: msg`Following orders`,
    summary: msg`What happened to the welcome email, and what a seller can do about it.`,
    Text: FollowingOrders,
  },
  "connecting-programs": {
    title: msg`Connecting a program`,
    summary: msg`API access, webhooks and test orders, and where integrators find more.`,
    Text: ConnectingPrograms,
  },
};
