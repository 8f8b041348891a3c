import type { Reporter } from "./define-reporter.ts";

export interface ListedReporter {
  /** That of the reporter: it is known before the reporter is loaded. */
  readonly id: string;
  readonly load: () => Promise<Reporter>;
}

/** Every form that the answer of `check` can take; each is loaded when somebody asks for it. */
export const reporters: readonly ListedReporter[] = [
  { id: "pretty", load: async () => (await import("./pretty.ts")).pretty },
  { id: "compact", load: async () => (await import("./compact.ts")).compact },
  { id: "json", load: async () => (await import("./json.ts")).json },
  { id: "sarif", load: async () => (await import("./sarif.ts")).sarif },
  { id: "junit", load: async () => (await import("./junit.ts")).junit },
  { id: "github", load: async () => (await import("./github.ts")).github },
  { id: "gitlab", load: async () => (await import("./gitlab.ts")).gitlab },
  { id: "markdown", load: async () => (await import("./markdown.ts")).markdown },
];
