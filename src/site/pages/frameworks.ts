import type { FrameworkCoverage } from "../../coverage/cover.ts";
import { coverageHead } from "../../documents/framework-coverage.ts";
import { addresses } from "../address.ts";
import type { SitePage } from "../define-page.ts";
import { commonNotices, type Site } from "../site.ts";

/** The frameworks that units answer to. */
export function frameworkList(coverages: readonly FrameworkCoverage[], site: Site): readonly (() => SitePage)[] {
  return coverages.length === 0 ? [] : [() => pageOf(coverages, site)];
}

function pageOf(coverages: readonly FrameworkCoverage[], site: Site): SitePage {
  const { words } = site;
  return {
    about: {
      path: addresses.frameworks(),
      title: words("site.section.frameworks"),
      section: "frameworks",
      notices: commonNotices(site),
    },
    template: "frameworks",
    view: {
      frameworks: coverages.map((coverage) => {
        const { framework, notice, replacedBy } = coverage;
        const { version, publisher } = framework.source;
        return {
          href: addresses.framework(framework.id),
          title: framework.title,
          tag: replacedBy.length === 0 ? null : words("site.framework.replaced"),
          facts: [
            publisher ?? "",
            version === undefined ? "" : words("site.version", { version }),
            coverageHead(coverage, words).summary,
          ]
            .filter((fact) => fact !== "")
            .join(" · "),
          notice,
        };
      }),
    },
  };
}
