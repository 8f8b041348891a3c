/** What every page of the site tells its scripts. */
export interface SiteIsland {
  /** The way up to the top of the site. */
  readonly root: string;
  readonly say: Readonly<Record<string, string>>;
}

export function island(): SiteIsland {
  return readIsland<SiteIsland>("site");
}

/** Data that stands in the page. Its shape is that of the template which wrote it. */
export function readIsland<Data>(id: string): Data {
  return JSON.parse(document.getElementById(id)?.textContent ?? "{}") as Data;
}

/** A script beside the page; from a file nothing else can be fetched. */
export function loadScript(address: string, onError: () => void = () => undefined): void {
  const script = document.createElement("script");
  script.src = address;
  script.addEventListener("error", onError);
  document.head.append(script);
}

/** A phrase with its values; `-one` where the count is one and there is such a phrase. */
export function sayFrom(phrases: Readonly<Record<string, string>>) {
  return (key: string, values: Readonly<Record<string, string | number>> = {}): string => {
    const one = values["count"] === 1 ? phrases[`${key}-one`] : undefined;
    return (one ?? phrases[key] ?? key).replace(/\{(\w+)\}/gu, (hole, name: string) => String(values[name] ?? hole));
  };
}

export type Say = ReturnType<typeof sayFrom>;
