import { type ReactNode, Suspense } from "react";
import { Route, Switch } from "wouter";
import { guideHref } from "../lib/guide-places";
import { type Page, page } from "../lib/page";
import { ErrorBoundary } from "./error-boundary";

type Pages<Params> = Record<string, Page<Params>>;

/** Pages with a frame of their own. */
const own: Pages<object> = {
  "/sign-in": page("core", () => import("../pages/sign-in/sign-in")),
  "/setup": page("core", () => import("../pages/setup/setup")),
  "/lost-mail": page("frame", () => import("../pages/setup/lost-mail")),
  ...(import.meta.env.DEV && { "/kit": page("hub", () => import("../pages/kit/kit")) }),
};
const followingAfter = 2_000;
const Hub = page<{ children: ReactNode }>("frame", () => import("./hub"));
const Wizard = page("steps", () => import("./wizard"));
const RemindersOfLink = page("hub", () => import("../pages/reminders/reminders-of-link"));
const Start = page("hub", () => import("../pages/start/start"));
const Guide = page("help", () => import("../pages/help/help"));
const NotFound = page("hub", () => import("../pages/not-found"));

/** Pages of Control Hub. */
const hub: Pages<{ id: string }> = {
  "/": Start,
  "/orders": Start,
  "/orders/:id": page("hub", () => import("../pages/order/order-page")),
  "/batches/:id": page("hub", () => import("../pages/batches/batch-page")),
  "/organizations": page("hub", () => import("../pages/organizations/organizations")),
  "/organizations/:id": page("hub", () => import("../pages/organizations/organization-page")),
  "/organizations/:id/api-access": page("hub", () => import("../pages/organizations/api-access-page")),
  "/organizations/:id/access": page("access", () => import("../pages/access/access-page")),
  "/organizations/:id/merge": page("hub", () => import("../pages/organizations/merge-page")),
  "/reminders": page("hub", () => import("../pages/reminders/own-reminders")),
  "/settings": page("hub", () => import("../pages/settings/settings")),
  [guideHref]: Guide,
  [`${guideHref}/:chapter`]: Guide,
};

/** Begins to load the page at an address while the language is still on its way; later the one that it leads to. */
export function prefetch(path: string): void {
  const isAt = (pattern: string) => new RegExp(`^${pattern.replace(/:\w+/, "[^/]+")}$`).test(path);
  const [, Page] = Object.entries({ ...own, ...hub }).find(([pattern]) => isAt(pattern)) ?? [];
  const isWizard = path.startsWith("/setup/");
  const isOfLink = path.startsWith("/reminders/");
  if (!isWizard && !isOfLink && !own[path]) Hub.prefetch();
  if (isWizard) Wizard.prefetch();
  else if (isOfLink) RemindersOfLink.prefetch();
  else Page?.prefetch();
  const following = { "/setup": [Wizard], "/sign-in": [Hub, Start] }[path] ?? [];
  setTimeout(() => {
    for (const Page of following) Page.prefetch();
  }, followingAfter);
}

/** Which address shows which page. */
export function Routes() {
  return (
    <ErrorBoundary>
      <Suspense>
        <Switch>
          {Object.entries(own).map(([path, Page]) => (
            <Route key={path} path={path} component={Page} />
          ))}
          <Route path="/reminders/:token">{({ token }) => <RemindersOfLink token={token} />}</Route>
          <Route path="/setup/:orderId/:step?">
            {({ orderId, step }) => <Wizard key={orderId} orderId={orderId} step={step ?? ""} />}
          </Route>
          <Route>
            <Hub>
              <Switch>
                {Object.entries(hub).map(([path, Page]) => (
                  <Route<{ id?: string }> key={path} path={path}>
                    {({ id = "" }) => <Page key={id} id={id} />}
                  </Route>
                ))}
                <Route component={NotFound} />
              </Switch>
            </Hub>
          </Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}
