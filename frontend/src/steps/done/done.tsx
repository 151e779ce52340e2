import { useState } from "react";
import type { StepProps } from "../../lib/step";
import { Finished } from "./finished";
import { Over } from "./over";
import { Progress } from "./progress";

/** What becomes of the services after Close: live progress, then the end; also the end of a closed or cancelled order. */
export default function Done(props: StepProps) {
  const { status } = props.order;
  // Who watches the last step end keeps the page they watch: its buttons stay where they are about to be pressed.
  const [isWatched] = useState(status !== "COMPLETED");
  if (status === "CLOSED" || status === "CANCELLED") return <Over order={props.order} />;
  return status === "COMPLETED" && !isWatched ? <Finished {...props} /> : <Progress {...props} />;
}
