import type { Page } from "../page/page.ts";
import { renderTemplate } from "../render/render.ts";
import type { Words } from "../words/words.ts";
import { cover } from "./cover.ts";
import type { Document, Subject } from "./define-document.ts";

const rightToLeft = /^(?:ar|arc|ckb|dv|fa|ha-Arab|he|ks|ku-Arab|ps|sd|ug|ur|yi)\b/u;

/** One paper about one subject, before any format. */
export function makePage(document: Document, subject: Subject, words: Words): Page {
  const { title, part, document: name, language, footer, notices } = cover(document.id, subject, words);
  return {
    title: `${name}: ${part ?? title}`,
    language,
    direction: rightToLeft.test(language) ? "rtl" : "ltr",
    footer,
    notices,
    orientation: document.orientation,
    phrases: {
      write: words("page.write"),
      date: words("page.date"),
      sheet: words("page.sheet", { page: "{page}", pages: "{pages}" }),
    },
    content: renderTemplate(document.template ?? document.id, document.view(subject, words), words),
  };
}
