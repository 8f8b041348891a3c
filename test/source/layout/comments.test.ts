import { expect, test } from "vitest";
import { formatted } from "./format.ts";

const long = "word ".repeat(25).trim();

const rows: readonly (readonly [what: string, before: string, after: string])[] = [
  [
    "above a key: with the key",
    "# head\nkind: unit\n# about the title\n# and more\ntitle: A\n# about the id\nid: a\n",
    "# head\nkind: unit\n# about the id\nid: a\n# about the title\n# and more\ntitle: A\n",
  ],
  [
    "above the first key: at the top of the file",
    "# yaml-language-server: $schema=x.json\n# head\ntitle: A\nkind: unit\n",
    "# yaml-language-server: $schema=x.json\n# head\nkind: unit\ntitle: A\n",
  ],
  [
    "at the end of a line",
    "kind: unit # a\ntitle: A B  # b\nid: a    # c\n",
    "kind: unit # a\nid: a    # c\ntitle: A B  # b\n",
  ],
  ["too near to words", `title: "A B" # b\n`, "title: A B  # b\n"],
  ["at the end of the file", "kind: unit\n\n# end\n  # indented\n", "kind: unit\n\n# end\n# indented\n"],
  [
    "below the last of a list, as deep as it, and as deep as what comes after it",
    "a:\n  - x\n  # of the list\n# of b\nb: 1\n",
    "a:\n  - x\n  # of the list\n# of b\nb: 1\n",
  ],
  [
    "below a list that is not indented",
    "a:\n- x\n# of b\nb:\n- y\n  # of the list\nc: 1\n",
    "a:\n  - x\n# of b\nb:\n  - y\n  # of the list\nc: 1\n",
  ],
  [
    "at several depths",
    "a:\n  - b: 1\n    c:\n      - d\n      # list\n    # map\n  # outer list\n  - b: 2\n    # end of map\n# next\ne: 1\n",
    "a:\n  - b: 1\n    c:\n      - d\n      # list\n    # map\n  # outer list\n  - b: 2\n    # end of map\n# next\ne: 1\n",
  ],
  ["between items, at the margin", "a:\n    - x\n# - w\n    - y\n", "a:\n  - x\n  # - w\n  - y\n"],
  ["on the line of a key with a list", "a: # why\n  # first\n  - x\n", "a: # why\n  # first\n  - x\n"],
  ["between a key and its text", "a: # one\n  # two\n  text # three\n", "# two\n# one\na: text # three\n"],
  [
    "behind a dash",
    "a:\n  - # one\n    b: 1\n  -\n    # two\n    c: 2\n",
    "a:\n  # one\n  - b: 1\n  # two\n  - c: 2\n",
  ],
  [
    "of a list of lists",
    "a:\n  - - x # one\n    # two\n    - y\n  - # three\n    - # four\n      - z\n",
    "a:\n  - - x # one\n    # two\n    - y\n  # three\n  # four\n  - - - z\n",
  ],
  [
    "of a key that becomes the first of its item",
    "learningOutcomes:\n  # an item\n  - key: k # about the key\n    # about the outcome\n    outcome: A\n",
    "learningOutcomes:\n  # an item\n  # about the outcome\n  - outcome: A\n    key: k # about the key\n",
  ],
  [
    "of a block",
    "a: >- # why\n  text\n  # text too\n# next\nb: 1\n",
    "a: >- # why\n  text\n  # text too\n# next\nb: 1\n",
  ],
  [
    "inside brackets, which become lines",
    "a: [x, # one\n  # two\n  y # three\n  # four\n]\nb: { c: 1, # five\n  d: [e] }  # six\n",
    "a:\n  - x # one\n  # two\n  - y # three\n  # four\nb:  # six\n  c: 1 # five\n  d: [e]\n",
  ],
  [
    "behind several items between brackets: of the last of them",
    "a: [x, y, # one\n  z]\n",
    "a:\n  - x\n  - y # one\n  - z\n",
  ],
  [
    "an empty line below the head, and a text that keeps its own",
    "# head\n\nkind: unit\naim: |+\n  text\n\n# end\n",
    "# head\n\nkind: unit\naim: |+\n  text\n\n# end\n",
  ],
  ["inside empty brackets", "a: [ # none\n  # yet\n]\nb: {}  # none\n", "# none\n# yet\na: []\nb: {}  # none\n"],
  [
    "behind brackets that become lines",
    `a: { b: ${long}, c: 1 } # why\nl:\n  - { d: ${long}, e: 1 } # what\n`,
    `a: # why\n  b: ${long}\n  c: 1\nl:\n  # what\n  - d: ${long}\n    e: 1\n`,
  ],
  [
    "that waives something: what it speaks of stays on its line",
    `a: { b: ${long}, c: 1 } # qualspec: waive x until 2027-01-01: y\n`,
    `a: { b: ${long}, c: 1 } # qualspec: waive x until 2027-01-01: y\n`,
  ],
  [
    "with empty lines around",
    "kind: unit\n\n# one\n\n# two\nid: a\n# three\n\ntitle: A\n",
    "kind: unit\n\n# one\n\n# two\nid: a\n# three\n\ntitle: A\n",
  ],
  [
    "that look like others",
    "title: 'A # b'\naim: |\n  # text\nid: a#b\n",
    `id: a#b\ntitle: "A # b"\naim: |\n  # text\n`,
  ],
];

test.each(rows)("%s", (_, before, after) => {
  expect(formatted(before)).toBe(after);
  expect(formatted(after)).toBe(after);
  expect(formatted(before.replaceAll("\n", "\r\n"))).toBe(after.replaceAll("\n", "\r\n"));
});
