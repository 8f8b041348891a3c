import type { Format } from "./define-format.ts";
import { docx } from "./docx.ts";
import { html } from "./html.ts";
import { markdown } from "./markdown.ts";
import { pdf } from "./pdf.ts";

/** Every form that a paper can take. */
export const formats: readonly Format[] = [html, markdown, docx, pdf];
