import { expect, test } from "vitest";
import { draw } from "../../ui/testing";
import { Subject } from "./subject";

const welcome = "Provisioning information required for order DE-4500127";

test.each([
  [welcome, welcome],
  [`E-Mail gesendet: ${welcome}`, welcome],
  ["E-Mail gesendet: Erinnerung an Ihre Bestellung", undefined],
])("what is English of a subject is read out as English: %s", (text, english) => {
  const { container } = draw(<Subject text={text} />);
  expect(container.textContent).toBe(text);
  expect(container.querySelector("[lang=en]")?.textContent).toBe(english);
});
