import type { Framework } from "../../model/types.ts";
import { addresses } from "../address.ts";
import type { SitePage } from "../define-page.ts";
import { commonNotices, ownNotice, type Site } from "../site.ts";

/** The frameworks that units answer to. */
export function frameworkList(site: Site): readonly (() => SitePage)[] {
  if (site.frameworks.length === 0) return [];
  return [() => pageOf(site)];
}

function pageOf(site: Site): SitePage {
  const { words, frameworks } = site;
  const notices = frameworks.flatMap((one) => ownNotice(one) ?? []);
  return {
    about: {
      path: addresses.frameworks(),
      title: words("site.section.frameworks"),
      section: "frameworks",
      notices: [...new Set([...commonNotices(site), ...notices])],
    },
    template: "frameworks",
    view: {
      frameworks: frameworks.map((one) => ({
        href: addresses.framework(one.id),
        title: one.title,
        facts: factsOf(one, site),
      })),
    },
  };
}

function factsOf({ source: { version, publisher } }: Framework, { words }: Site): string {
  return [publisher ?? "", version === undefined ? "" : words("site.version", { version })]
    .filter((fact) => fact !== "")
    .join(" · ");
}
