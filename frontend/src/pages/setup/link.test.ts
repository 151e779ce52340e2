import { expect, test } from "vitest";
import { tokenOf } from "./link";

const token = "K84-yM8SJnqn-KmcmX79ay-pQZOs9gzB9aY8T9DLk3I";

test.each([
  [`#${token}`],
  [`#${token}.`],
  [`#${token})`],
  [`#${token}>`],
  [`#${token}%3E`],
  [`#${token}%20`],
  [`#${token}%C2%A0Best%20regards`],
  [`#${token}&data=05%7C02%7Clena`],
  [`#${token}%26data%3D05`],
  [`#${token}?utm_source=mail`],
  [`#${token}"`],
  [`#${token}*`],
  [`#${token}_`],
  [`#${token}%`],
  [`#${token}%E4`],
  [`#${token},`],
  [`#${token}…`],
  [`#%3C${token}%3E`],
  [`# ${token}`],
  [`#${token}#${token}`],
  [`#${token}/`],
  [`#%3C${token}%E4`],
  [`#${token.replace("-", "%2D").replace("_", "%5F")}`],
  [`#${token}%0D%0A`],
])("the token is read from %s", (hash) => {
  expect(tokenOf(hash)).toBe(token);
});

test.each([[""], ["#"], ["#%"], [`#${token.slice(0, -1)}`], [`#${token.slice(0, 20)}%20${token.slice(20)}`]])(
  "no token stands in %s",
  (hash) => {
    expect(tokenOf(hash)).toBe("");
  },
);
