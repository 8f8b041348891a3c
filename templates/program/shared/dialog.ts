import { button, element } from "./element.ts";
import type { Say } from "./paper.ts";

export interface DialogAction<Value> {
  readonly label: string;
  readonly value: Value;
  /** What most people will want, or what cannot be undone. */
  readonly look?: "main" | "danger";
}

export interface DialogParts<Value> {
  readonly title: string;
  readonly content: readonly (Node | string)[];
  /** Beside the one that closes it. */
  readonly actions?: readonly DialogAction<Value>[];
  /** What the button that closes it says. */
  readonly close?: string;
  /** What that button answers; Escape answers nothing. */
  readonly closeValue?: Value;
  /** Gives the dialog a way to end itself, as where a link in it is followed. */
  readonly onOpen?: (end: (value: Value | null) => void) => void;
}

/** Asks in a window within the page. @returns null where it is closed without an answer. */
export function ask<Value>(say: Say, parts: DialogParts<Value>): Promise<Value | null> {
  return new Promise((resolve) => {
    let answer: Value | null = null;
    // Its title is read first; what can be done follows.
    const id = `dialog-${document.querySelectorAll("dialog").length + 1}`;
    const title = element("h2", { id, tabindex: "-1", autofocus: "" }, parts.title);
    const dialog = element("dialog", { class: "program", "aria-labelledby": id });
    const end = (value: Value | null) => {
      answer = value;
      dialog.close();
    };
    const actions = (parts.actions ?? []).map(({ label, value, look }) =>
      button(label, () => end(value), look === undefined ? {} : { class: look }),
    );
    dialog.append(
      title,
      element("div", { class: "said" }, ...parts.content.map(asBlock)),
      element(
        "div",
        { class: "actions" },
        ...actions,
        button(parts.close ?? say("cancel"), () => end(parts.closeValue ?? null)),
      ),
    );
    // As in a form: who has typed something presses Enter, and means what most people will want.
    dialog.addEventListener("keydown", (event) => {
      const isTyping = event.target instanceof HTMLInputElement && event.target.type === "text";
      const [main] = dialog.querySelectorAll<HTMLButtonElement>("button.main");
      if (event.key !== "Enter" || !isTyping || main === undefined) return;
      event.preventDefault();
      main.click();
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(answer);
    });
    document.body.append(dialog);
    dialog.showModal();
    parts.onOpen?.(end);
  });
}

/** Says something that needs no answer. */
export async function tell(say: Say, title: string, ...content: readonly (Node | string)[]): Promise<void> {
  await ask<never>(say, { title, content, close: say("close") });
}

function asBlock(part: Node | string): Node {
  return typeof part === "string" ? element("p", {}, part) : part;
}
