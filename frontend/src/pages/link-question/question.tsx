import { DisputeQuestion } from "./dispute-question";
import { ExpiredQuestion } from "./expired-question";
import { HandOverQuestion } from "./hand-over-question";
import type { QuestionProps } from "./props";
import { RequestQuestion } from "./request-question";
import { ServiceQuestion } from "./service-question";

/** The question that the link carries, with the answer one click away, or what became of it. */
export default function Question(props: QuestionProps) {
  if (props.link.state === "EXPIRED") return <ExpiredQuestion {...props} />;
  switch (props.link.purpose) {
    case "DISPUTE":
      return <DisputeQuestion {...props} />;
    case "ADMINISTRATOR_REQUEST":
      return <RequestQuestion {...props} />;
    case "SERVICE":
      return <ServiceQuestion {...props} />;
    default:
      return <HandOverQuestion {...props} />;
  }
}
