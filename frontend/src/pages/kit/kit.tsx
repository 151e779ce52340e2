import { PageTitle } from "../../ui/page-title";
import { Buttons } from "./buttons";
import { Fields } from "./fields";
import { Lists } from "./lists";
import { Messages } from "./messages";
import { Tokens } from "./tokens";
import "./kit.css";
import "../../ui/more-icons";

/** Every token, and every component in every state, for developers; not part of a build. */
export default function Kit() {
  return (
    <main className="kit">
      <PageTitle title="Components" />
      <Tokens />
      <Buttons />
      <Fields />
      <Messages />
      <Lists />
    </main>
  );
}
