import { useEffect } from "react";
import { useLocation, useSearch } from "wouter";
import { signInHref } from "../lib/redirects";
import { setUnsaved } from "../lib/unsaved";

/** Leads to another page without asking about unsaved text: there is nothing to stay for, and drafts are kept. */
export function Forward({ to }: { to: string }) {
  const [, navigate] = useLocation();
  useEffect(() => {
    setUnsaved(false);
    navigate(to, { replace: true });
  }, [to, navigate]);
  return null;
}

/** Leads to the sign-in, which leads back here; it says so if a session has ended. */
export function SignInFirst({ wasSignedIn }: { wasSignedIn: boolean }) {
  const [path] = useLocation();
  const search = useSearch();
  return <Forward to={signInHref(path + (search && `?${search}`), wasSignedIn)} />;
}
