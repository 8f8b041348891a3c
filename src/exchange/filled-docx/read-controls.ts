import { compatibility, math, word, word2010, xml } from "./names.ts";
import { readXml, type Start } from "./read-xml.ts";
import { Writing, type Written } from "./written.ts";

/** Everything that is written where our documents ask for something. */
export interface Controls {
  /** By the tag of the content control; several where somebody has copied it. */
  readonly byTag: ReadonlyMap<string, readonly Written[]>;
  readonly byBookmark: ReadonlyMap<string, Written>;
}

interface Frame {
  readonly name: string;
  /** Of a run: its words are a prompt. Of a paragraph: its end was deleted. Of alternatives: one was read already. */
  mark: boolean;
  readonly control: Control | null;
  text: string | null;
}

interface Control {
  readonly writing: Writing;
  tag: string | null;
  showsPrompt: boolean;
}

interface Bookmark {
  readonly name: string;
  readonly writing: Writing;
  /** What stands in each control that ended within it. */
  readonly controls: string[];
}

const ourBookmark = /^_f[0-9a-f]{24}$/u;
/** Deleted text, and text in the place that it was moved away from. */
const gone = new Set(["w:del", "w:moveFrom"]);
const inRun: Readonly<Record<string, string>> = {
  "w:tab": "\t",
  "w:ptab": "\t",
  "w:br": "\n",
  "w:cr": "\n",
  "w:noBreakHyphen": "\u2011",
  "w:softHyphen": "\u00ad",
};

/** Reads the controls and the bookmarks of a body, as Word, LibreOffice and others leave them behind. @throws Unreadable */
export function readControls(bytes: Uint8Array): Controls {
  const byTag = new Map<string, Written[]>();
  const byBookmark = new Map<string, Written>();
  const frames: Frame[] = [];
  /** Those that text goes into now. A bookmark may begin within a control and end behind it. */
  const controls: Control[] = [];
  const bookmarks = new Map<string, Bookmark>();
  let skipped = 0;

  const each = (act: (writing: Writing) => void) => {
    for (const { writing } of controls) act(writing);
    for (const { writing } of bookmarks.values()) act(writing);
  };
  const say = (text: string) => {
    const run = frames.findLast(({ name }) => name === "w:r");
    const isPrompt = run?.mark === true && controls.some(({ showsPrompt }) => showsPrompt);
    if (text !== "" && skipped === 0 && !isPrompt) each((writing) => writing.add(text));
  };
  const ended = ({ name, writing, controls: own }: Bookmark) => {
    const written = writing.written();
    const once = saidOnce(own);
    if (!byBookmark.has(name)) byBookmark.set(name, once === null ? written : { ...written, text: once });
  };

  readXml(bytes, {
    open: (start) => {
      const name = nameOf(start);
      const parent = frames.at(-1);
      const control = name === "w:sdt" ? { writing: new Writing(), tag: null, showsPrompt: false } : null;
      if (skipped > 0 || isSkipped(name, parent)) skipped += 1;
      if (name === "mc:Choice" && parent !== undefined) parent.mark = true;
      frames.push({ name, mark: false, control, text: isText(name, parent) ? "" : null });
      if (name === "w:sdtContent" && parent?.control) controls.push(parent.control);
      readProperty(name, start, frames);
      if (skipped > 0) return;
      const [id, mark] = [attribute(start, "id"), attribute(start, "name")];
      if (name === "w:bookmarkStart" && id !== undefined && mark !== undefined && ourBookmark.test(mark)) {
        const writing = new Writing();
        // LibreOffice moves the beginning into the control.
        writing.isChecked = controls.at(-1)?.writing.isChecked ?? null;
        bookmarks.set(id, { name: mark, writing, controls: [] });
      }
      if (name === "w:bookmarkEnd" && id !== undefined) {
        const bookmark = bookmarks.get(id);
        bookmarks.delete(id);
        if (bookmark !== undefined) ended(bookmark);
      }
      if (parent?.name === "w:r") say(name === "w:sym" ? symbolOf(start) : (inRun[name] ?? ""));
    },
    text: (text) => {
      const frame = frames.at(-1);
      if (frame?.text !== null && frame !== undefined) frame.text += text;
    },
    close: () => {
      const frame = frames.pop();
      if (frame === undefined) return;
      if (frame.text !== null) say(frame.mark ? frame.text : frame.text.trim());
      if (skipped > 0) skipped -= 1;
      else if (frame.name === "w:p" && !frame.mark) each((writing) => writing.endParagraph());
      if (frame.name === "w:sdtContent" && frames.at(-1)?.control) controls.pop();
      if (frame.control === null) return;
      const { tag, writing } = frame.control;
      for (const bookmark of bookmarks.values()) bookmark.controls.push(writing.written().text ?? "");
      if (tag === null) return;
      byTag.set(tag, [...(byTag.get(tag) ?? []), writing.written()]);
    },
  });
  for (const bookmark of bookmarks.values()) ended(bookmark);
  return { byTag, byBookmark };

  /** What is said of the element around it: of a control, a run, a paragraph. */
  function readProperty(name: string, start: Start, open: readonly Frame[]): void {
    const owner = (kind: string) => open.findLast((frame) => frame.name === kind);
    const [parent, grandparent] = [open.at(-2)?.name, open.at(-3)?.name];
    const control = parent === "w:sdtPr" ? open.at(-3)?.control : null;
    if (name === "w:tag" && control) control.tag = attribute(start, "val") ?? null;
    if (name === "w:showingPlcHdr" && control) control.showsPrompt = isOn(attribute(start, "val"));
    if (name === "w14:checked" && parent === "w14:checkbox") {
      const isChecked = isOn(start.get(word2010, "val"));
      const box = owner("w:sdt")?.control;
      if (box) box.writing.isChecked = isChecked;
      for (const { writing } of bookmarks.values()) writing.isChecked = isChecked;
    }
    const run = open.at(-3);
    if (name === "w:rStyle" && parent === "w:rPr" && run?.name === "w:r") {
      run.mark = /placeholder/iu.test(attribute(start, "val") ?? "");
    }
    if (name === "w:del" && parent === "w:rPr" && grandparent === "w:pPr") {
      const paragraph = owner("w:p");
      if (paragraph !== undefined) paragraph.mark = true;
    }
    const own = open.at(-1);
    // Without this Word takes spaces at the ends for layout of the file.
    if (own !== undefined && own.text !== null) own.mark = start.get(xml, "space") === "preserve";
  }
}

function nameOf({ space, name }: Start): string {
  if (word.has(space)) return `w:${name}`;
  if (space === word2010) return `w14:${name}`;
  if (space === compatibility) return `mc:${name}`;
  return math.has(space) ? `m:${name}` : name;
}

function isText(name: string, parent: Frame | undefined): boolean {
  return (name === "w:t" && parent?.name === "w:r") || name === "m:t";
}

function isSkipped(name: string, parent: Frame | undefined): boolean {
  if (name === "mc:Fallback") return parent?.mark === true;
  // In the properties of a run or of a paragraph it says that the mark of the paragraph is gone.
  return gone.has(name) && parent?.name !== "w:rPr";
}

/** An attribute of Word's own: a few programs leave its prefix out. */
function attribute({ get, space }: Start, name: string): string | undefined {
  return get(space, name) ?? get("", name);
}

function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(?:0|false|off)$/u.test(value);
}

/** Boxes of the fonts that come with Word. */
function symbolOf(start: Start): string {
  const letter = Number.parseInt(attribute(start, "char") ?? "", 16) & 0xff;
  if ([0xfb, 0xfc, 0xfd, 0xfe, 0x52, 0x54].includes(letter)) return "☒";
  return [0x6f, 0x71, 0x72, 0xa8, 0xa3].includes(letter) ? "☐" : "";
}

/**
 * LibreOffice 7.4 makes a control of each stretch in one direction of writing, and says the whole text in each:
 * the text, where that is what happened, else null.
 */
function saidOnce([whole = "", ...rest]: readonly string[]): string | null {
  if (whole === "" || rest.length === 0 || !rest.every((text) => text.endsWith(whole))) return null;
  return rest.map((text) => text.slice(0, text.length - whole.length)).join("") === whole ? whole : null;
}
