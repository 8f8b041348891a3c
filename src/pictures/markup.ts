/** Text as it may stand in markup, in elements and in attributes with double quotation marks. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => `&#${sign.charCodeAt(0)};`).replace(unwritable, "\ufffd");
}

/** What no document may hold, however it is written: most control characters, and halves of signs. */
const unwritable = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Surrogate}/gu;

export type Attributes = Readonly<Record<string, string | number | null>>;

/** An element; attributes that are null are left out. What stands in it is markup already. */
export function element(name: string, attributes: Attributes, ...inside: readonly string[]): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === null ? [] : [` ${key}="${typeof value === "number" ? rounded(value) : escapeMarkup(value)}"`],
  );
  return `<${name}${written.join("")}>${inside.join("")}</${name}>`;
}

/** Tenths are finer than anybody sees. */
export function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}
