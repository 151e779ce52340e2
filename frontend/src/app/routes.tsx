import { type ComponentType, lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { type Part, prepare } from "../lib/language";
import { ErrorBoundary } from "./error-boundary";
import { Hub } from "./hub";

/** A page that is loaded together with its messages when it is first shown. */
function page<Props>(part: Part, load: () => Promise<{ default: ComponentType<Props> }>) {
  return lazy(() => Promise.all([load(), prepare(part)]).then(([module]) => module));
}

const SignIn = page("core", () => import("../pages/sign-in/sign-in"));
const Setup = page("core", () => import("../pages/setup/setup"));
const LostMail = page("core", () => import("../pages/setup/lost-mail"));
const Wizard = page("steps", () => import("./wizard"));
const Start = page("hub", () => import("../pages/start/start"));
const OrderPage = page("hub", () => import("../pages/order/order-page"));
const Organizations = page("hub", () => import("../pages/organizations/organizations"));
const OrganizationPage = page("hub", () => import("../pages/organizations/organization-page"));
const Settings = page("hub", () => import("../pages/settings/settings"));
const Help = page("hub", () => import("../pages/help/help"));
const NotFound = page("hub", () => import("../pages/not-found"));
const Kit = import.meta.env.DEV ? lazy(() => import("../pages/kit/kit")) : NotFound;

/** Which address shows which page. */
export function Routes() {
  return (
    <ErrorBoundary>
      <Suspense>
        <Switch>
          <Route path="/sign-in" component={SignIn} />
          <Route path="/setup" component={Setup} />
          <Route path="/setup/:orderId/:step?">
            {({ orderId, step }) => <Wizard key={orderId} orderId={orderId} step={step ?? ""} />}
          </Route>
          <Route path="/lost-mail" component={LostMail} />
          <Route path="/kit" component={Kit} />
          <Route>
            <Hub>
              <Switch>
                <Route path="/" component={Start} />
                <Route path="/orders" component={Start} />
                <Route path="/orders/:id">{({ id }) => <OrderPage key={id} id={id} />}</Route>
                <Route path="/organizations" component={Organizations} />
                <Route path="/organizations/:id">{({ id }) => <OrganizationPage key={id} id={id} />}</Route>
                <Route path="/settings" component={Settings} />
                <Route path="/help" component={Help} />
                <Route component={NotFound} />
              </Switch>
            </Hub>
          </Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}
