import type { Framework } from "../../model/types.ts";
import { directionOf } from "../../text/direction.ts";
import { addresses } from "../address.ts";
import type { SitePage } from "../define-page.ts";
import { ownNotice, type Site } from "../site.ts";

/** A framework: its entries, and what answers to each. */
export function frameworkPage(framework: Framework, { words, language }: Site): SitePage {
  const { id, title, source } = framework;
  const notice = ownNotice(framework);
  return {
    about: { path: addresses.framework(id), title, section: "frameworks", notices: notice === null ? [] : [notice] },
    template: "framework",
    view: {
      title,
      language: source.language ?? language,
      direction: directionOf(source.language ?? language),
      facts: [
        ...(source.publisher === undefined ? [] : [{ label: words("site.publisher"), value: source.publisher }]),
        ...(source.version === undefined ? [] : [{ label: words("facts.version"), value: source.version }]),
      ],
    },
  };
}
