import { useEffect } from "react";
import { useLocation } from "wouter";
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
