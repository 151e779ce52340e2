import { i18n } from "@lingui/core";
import { t } from "@lingui/core/macro";
import type { ServiceKind, ServiceState } from "../gql/graphql";
import { serviceNames } from "./words";

type Services = readonly { kind: ServiceKind; state: ServiceState }[];

/** "Nothing is provisioned yet.", or, once another service is or will be, that this one is not. */
export function notYet(services: Services, kind: ServiceKind): string {
  if (services.every(({ state }) => state !== "PROVISIONED" && state !== "PROVISIONING")) {
    return t`Nothing is provisioned yet.`;
  }
  const service = i18n._(serviceNames[kind]);
  return t`${service} is not provisioned yet.`;
}
