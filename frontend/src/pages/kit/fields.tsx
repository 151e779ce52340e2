import { useState } from "react";
import { Address } from "../../ui/address";
import { Checkbox } from "../../ui/checkbox";
import { CodeField } from "../../ui/code-field";
import { Combobox } from "../../ui/combobox";
import { Form } from "../../ui/form";
import { NumberField } from "../../ui/number-field";
import { RadioCard, RadioCards } from "../../ui/radio-card";
import { Badge } from "../../ui/status";
import { TextField } from "../../ui/text-field";
import { errors } from "./errors";

const zones = [
  { id: "Europe/Berlin", name: "Hamburg", aside: "CET, UTC+01:00" },
  { id: "Atlantic/Bermuda", name: "Hamilton, Bermuda", aside: "AST, UTC−04:00" },
  { id: "Pacific/Auckland", name: "Hamilton, New Zealand", aside: "NZDT, UTC+13:00" },
];
/** Fields, boxes and cards, as they are, checked, refused and disabled. */
export function Fields() {
  const [units, setUnits] = useState("180");
  const [zone, setZone] = useState<string | null>("Europe/Berlin");
  return (
    <>
      <section className="stack">
        <h2>Fields</h2>
        <TextField label="Default" defaultValue="brandt-logistik" suffix=".webex.com" />
        <TextField
          label="Checking"
          defaultValue="brandt"
          checking
          note={{ tone: "quiet", text: "Checking brandt.webex.com" }}
        />
        <TextField
          label="Confirmed"
          defaultValue="brandt-gmbh"
          note={{ tone: "ok", text: "brandt-gmbh.webex.com is available" }}
        />
        <TextField
          label="Taken"
          defaultValue="brandt"
          note={{ tone: "warn", text: "brandt.webex.com is taken. These are free:" }}
        />
        <Form errors={errors} onSubmit={() => {}}>
          <TextField name="siteName" label="Error" defaultValue="br--andt" />
        </Form>
        <TextField
          label="Disabled"
          defaultValue="brandt-logistik"
          isDisabled
          hint="You change this in Control Hub"
        />
        <NumberField label="Number" value={units} onChange={setUnits} />
        <Combobox label="Time zone" options={zones} value={zone} onChange={setZone} />
        <CodeField value="4071" onChange={() => {}} />
        <TextField label="Several lines" multiline />
        <TextField label="Small" small icon="search" />
        <Checkbox isSelected>I need additional URLs</Checkbox>
        <Checkbox isDisabled>Disabled</Checkbox>
        <Checkbox hint="This site gets features before the normal deployment cycle.">
          Early release schedule
        </Checkbox>
      </section>
      <section>
        <h2>Radio cards</h2>
        <RadioCards label="Cards" defaultValue="b">
          <RadioCard value="a" title="Default">
            The circle is the control, the edge only groups
          </RadioCard>
          <RadioCard
            value="b"
            title="Selected"
            meta="Germany"
            badge={<Badge kind="recommended">Recommended</Badge>}
            reveal={<TextField label="Revealed" type="email" />}
          >
            Edge, tint and circle change together
          </RadioCard>
          <RadioCard
            value="c"
            title={<Address email="maria-magdalena.schmidt@purchasing.orchard-dental.example" />}
            meta="Provisioning contact"
          />
        </RadioCards>
      </section>
    </>
  );
}
