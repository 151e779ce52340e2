import { Suspense } from "react";
import { page } from "../../lib/page";
import type { TypedStepProps } from "./choice";

const TypedStep = page<TypedStepProps<never>>("typed", () => import("./typed-step"));

/** What there is to say of what was typed on a step and is not saved; no page needs it to be shown. */
export function Typed<Values>(props: TypedStepProps<Values>) {
  const typed = props as unknown as TypedStepProps<never>;
  return (
    <Suspense>
      <TypedStep {...typed} />
    </Suspense>
  );
}
