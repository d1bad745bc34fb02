import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { mailColours } from "@/platform/mail-design.ts";
import { avatarColours } from "@/ui/avatar.tsx";

const css = readFileSync(new URL("../../src/app/globals.css", import.meta.url), "utf8");
const blockOf = (selector: string) => css.split(`${selector} {`)[1]?.split("}")[0] ?? "";
const light = blockOf(":root");
const dark = blockOf(':root:not([data-theme="light"])');
const chosenDark = blockOf(':root[data-theme="dark"]');

function tokens(block: string): Record<string, string> {
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]]));
}

function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ["paper", "card", "sunken"];
const text = ["ink", "ink-2", "ink-3", "rose", "rose-strong", "pour", "contre", "amber", "ok"];
const onGrounds = text.flatMap((name) => grounds.map((ground) => [name, ground] as const));
const onTints = [
  ["on-rose", "rose"],
  ["on-rose", "rose-strong"],
  ["on-pour", "pour"],
  ["on-contre", "contre"],
  ["paper", "ink"],
  ...["ink", "ink-2", "ink-3", "rose-strong"].map((name) => [name, "rose-soft"] as const),
  ...["ink", "ink-2", "ink-3", "pour", "ok"].map((name) => [name, "pour-soft"] as const),
  ...["ink", "ink-2", "ink-3", "contre"].map((name) => [name, "contre-soft"] as const),
  ...["ink", "ink-2", "ink-3", "amber"].map((name) => [name, "amber-soft"] as const),
  ["ink-2", "line"],
] as const;

describe.each([
  ["light", tokens(light)],
  ["dark", tokens(dark)],
])("the %s theme", (_, theme) => {
  it.each([...onGrounds, ...onTints])("lets %s be read on %s (4.5:1)", (front, back) => {
    expect(contrast(theme[front] ?? "", theme[back] ?? "")).toBeGreaterThanOrEqual(4.5);
  });

  it.each(grounds)("shows the edge of a control on %s (3:1)", (back) => {
    expect(contrast(theme.control ?? "", theme[back] ?? "")).toBeGreaterThanOrEqual(3);
  });
});

describe("a chosen appearance", () => {
  it("is dark exactly as a device that asks for it, with a value for every colour of the light one", () => {
    expect(tokens(chosenDark)).toEqual(tokens(dark));
    expect(Object.keys(tokens(dark))).toEqual(Object.keys(tokens(light)));
    expect(Object.keys(tokens(dark)).length).toBeGreaterThan(20);
  });

  it("follows the device only where nothing was chosen, form controls included", () => {
    expect(css).toMatch(/prefers-color-scheme: dark\) \{\s*:root:not\(\[data-theme="light"\]\) \{/);
    expect(chosenDark).toContain("color-scheme: dark;");
    expect(blockOf(':root[data-theme="light"]')).toContain("color-scheme: light;");
  });
});

describe("mails", () => {
  it("wear the colours of the pages, light and dark", () => {
    const named = (colours: object) =>
      Object.fromEntries(
        Object.entries(colours).map(([name, colour]) => [name.replace(/([A-Z]|\d)/g, "-$1").toLowerCase(), colour]),
      );
    expect(tokens(light)).toMatchObject(named(mailColours.light));
    expect(tokens(dark)).toMatchObject(named(mailColours.dark));
  });
});

describe("avatars", () => {
  it.each(avatarColours)("let white initials be read on %s", (colour) => {
    expect(contrast("#ffffff", colour)).toBeGreaterThanOrEqual(4.5);
  });
});
