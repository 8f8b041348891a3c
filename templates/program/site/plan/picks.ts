/** What a person has ticked, which also stands in the address of the page, so that it can be kept as a bookmark. */
export interface Picks {
  /** In file order. */
  readonly chosen: () => readonly string[];
  /** Empty where any will do. */
  readonly pathway: () => string;
  readonly onChange: (change: () => void) => void;
  readonly add: (units: readonly string[]) => void;
  readonly clear: () => void;
  readonly titleOf: (unit: string) => string;
}

export function readPicks(fixed: readonly string[]): Picks {
  const boxes = [...document.querySelectorAll<HTMLInputElement>("[data-unit]")];
  const radios = [...document.querySelectorAll<HTMLInputElement>("input[name=pathway]")];
  const unitOf = (box: HTMLInputElement) => box.dataset["unit"] ?? "";
  const chosen = () => boxes.filter(({ checked }) => checked).map(unitOf);
  const pathway = () => radios.find(({ checked }) => checked)?.value ?? "";
  let tell: () => void = () => undefined;

  const restore = () => {
    const kept = new URLSearchParams(location.hash.slice(1));
    const units = new Set((kept.get("units") ?? "").split(","));
    for (const box of boxes) box.checked = units.has(unitOf(box)) || fixed.includes(unitOf(box));
    for (const radio of radios) radio.checked = radio.value === (kept.get("pathway") ?? "");
    if (radios.length > 0 && !radios.some(({ checked }) => checked) && radios[0] !== undefined)
      radios[0].checked = true;
  };
  const keep = () => {
    const own = chosen().filter((unit) => !fixed.includes(unit));
    const parts = [...(own.length === 0 ? [] : [`units=${own.join(",")}`])];
    if (pathway() !== "") parts.push(`pathway=${pathway()}`);
    history.replaceState(null, "", parts.length === 0 ? location.pathname + location.search : `#${parts.join("&")}`);
    tell();
  };
  for (const input of [...boxes, ...radios]) input.addEventListener("change", keep);
  window.addEventListener("hashchange", () => {
    restore();
    tell();
  });
  restore();
  return {
    chosen,
    pathway,
    onChange: (change) => {
      tell = change;
    },
    add: (units) => {
      for (const box of boxes) if (units.includes(unitOf(box))) box.checked = true;
      keep();
    },
    clear: () => {
      for (const box of boxes) box.checked = fixed.includes(unitOf(box));
      keep();
    },
    titleOf: (unit) => {
      const box = boxes.find((one) => unitOf(one) === unit);
      return box?.labels?.[0]?.querySelector(".what")?.textContent ?? unit;
    },
  };
}
