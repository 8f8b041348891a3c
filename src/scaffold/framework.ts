import { defineDraft } from "./define-draft.ts";
import { shortName } from "./short-name.ts";

export const frameworkDraft = defineDraft({
  kind: "framework",
  questions: [
    { name: "title", pointer: "/title", asks: "Title of the framework, as it is published", takes: "text" },
    { name: "edition", pointer: "/version", asks: "Its version or date, as it is published", takes: "text" },
    {
      name: "id",
      pointer: "/id",
      asks: "Id, a short name that never changes; each version has its own",
      takes: "text",
      suggests: ({ title = "", edition = "" }) => {
        const year = /\b\d{4}\b/u.exec(edition)?.[0];
        const name = shortName(title);
        return name === null || year === undefined || name.endsWith(year) ? name : `${name}-${year}`;
      },
      follows: "title",
    },
    { name: "publisher", pointer: "/publisher", asks: "Publisher", takes: "text" },
    {
      name: "source",
      pointer: "/source",
      asks: "Web address where it is published, with https://, or none",
      takes: "text",
    },
  ],
  template: `
$schemaLine
kind: framework
id: $id
title: $title
version: $edition
# replaces: the id of the file of the version before this one, so that mappings to that can be brought up to date
publisher: $publisher
source: $source
notice: none # what is shortened or has not been compared with the source
# Its roles, standards or capabilities: units are mapped to them by their ids, as in
#   maps: { $id: [the-first] }
# To begin, write the entries in place of [], and take the marks # away:
nodes: []
#  - id: the-first # short, and never changed
#    type: standard # or role, theme, capability, behaviour
#    title: Its name, as published
#    text: Its wording, as published
#    nodes: # what belongs under it
#      - { id: the-first-1, type: capability, text: Its wording }
`,
});
