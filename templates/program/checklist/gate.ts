import type { Control } from "../shared/page-fields.ts";

/**
 * Text that nobody may change now can still be read and copied. Of a choice, what is not chosen is switched off: what is
 * chosen stays as plain to see as before. Each says why.
 */
export function lock(controls: readonly Control[], isLocked: boolean, reason: string): void {
  for (const control of controls) {
    if (control instanceof HTMLInputElement && control.type === "radio")
      control.disabled = isLocked && !control.checked;
    else control.readOnly = isLocked;
    if (isLocked) control.setAttribute("aria-describedby", reason);
    else control.removeAttribute("aria-describedby");
  }
}

/** The fields whose names begin so. */
export function fieldsUnder(prefix: string): readonly Control[] {
  return [...document.querySelectorAll<Control>(`[data-field^="${CSS.escape(prefix)}"]`)];
}
