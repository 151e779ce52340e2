import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { ErrorBoundary } from "./error-boundary";
import { Hub } from "./hub";

const SignIn = lazy(() => import("../pages/sign-in/sign-in"));
const Setup = lazy(() => import("../pages/setup/setup"));
const LostMail = lazy(() => import("../pages/setup/lost-mail"));
const Wizard = lazy(() => import("./wizard"));
const Start = lazy(() => import("../pages/start/start"));
const OrderPage = lazy(() => import("../pages/order/order-page"));
const Organizations = lazy(() => import("../pages/organizations/organizations"));
const OrganizationPage = lazy(() => import("../pages/organizations/organization-page"));
const Settings = lazy(() => import("../pages/settings/settings"));
const Help = lazy(() => import("../pages/help/help"));
const NotFound = lazy(() => import("../pages/not-found"));
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
