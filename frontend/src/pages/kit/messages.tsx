import { useState } from "react";
import { Banner } from "../../ui/banner";
import { Button, TextButton } from "../../ui/button";
import { Conflict } from "../../ui/conflict";
import { Dialog, DialogActions } from "../../ui/dialog";
import { ErrorSummary } from "../../ui/error-summary";
import { FailureBanner } from "../../ui/failure-banner";
import { OneOf } from "../../ui/one-of";
import { Reference } from "../../ui/reference";
import { toast } from "../../ui/toast";
import { errors } from "./errors";

/** What the page says: problems, banners, toasts, questions, conflicts. */
export function Messages() {
  const [asks, setAsks] = useState(false);
  const [isDone, setDone] = useState(false);
  return (
    <>
      <section className="cards">
        <h2>Messages</h2>
        <ErrorSummary errors={errors} />
        <Banner title="Nothing is provisioned yet.">Your order stays open until you continue.</Banner>
        <Banner tone="ok" title="Meetings is ready.">
          Calling still waits for you.
        </Banner>
        <Banner
          tone="warn"
          title="Your session ends in 2 minutes."
          action={<TextButton>Stay signed in</TextButton>}
        />
        <Banner tone="bad" title="We could not save this." action={<TextButton>Try again</TextButton>}>
          Your entries are still here.
        </Banner>
        {(["save", "load"] as const).map((during) => (
          <FailureBanner
            key={during}
            failure={{ kind: "unexpected", correlationId: "4f0c" }}
            during={during}
            onRetry={() => {}}
          />
        ))}
        <FailureBanner
          failure={{ kind: "busy", retryAfter: 1, correlationId: "4f0c" }}
          during="save"
          onRetry={() => {}}
        />
        <p>
          This address was not verified. <Reference id="4f0c" />
        </p>
        <p>
          <Button onPress={() => toast("Removed site 2", { label: "Undo", run: () => {} })}>Toast</Button>{" "}
          <Button onPress={() => setAsks(true)}>Dialog</Button>
        </p>
        <Dialog title="Undo this mapping?" isOpen={asks} onClose={() => setAsks(false)}>
          <p>You choose the organizations again. Your drafts for Meetings and Calling stay.</p>
          <DialogActions>
            <Button variant="danger" onPress={() => setAsks(false)}>
              Undo mapping
            </Button>
            <Button variant="quiet" autoFocus onPress={() => setAsks(false)}>
              Keep it
            </Button>
          </DialogActions>
        </Dialog>
      </section>
      <section>
        <h2>Text that takes turns</h2>
        <p>
          <OneOf
            shown={isDone ? "done" : "running"}
            texts={{
              running:
                "This usually takes two minutes. You can leave this page; we will write to you when it is done.",
              done: "Everything is set up.",
            }}
          />
        </p>
        <Button onPress={() => setDone(!isDone)}>The other one</Button>
      </section>
      <section>
        <h2>Conflict</h2>
        <Conflict
          by="Kim Brandt"
          at={new Date().toISOString()}
          differences={[{ id: "tz", label: "Time zone, site 1", mine: "Berlin", theirs: "London" }]}
          onContinue={() => {}}
        />
      </section>
    </>
  );
}
