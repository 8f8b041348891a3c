import type { RenderSite } from "../render/site-renderer.ts";
import { termsOf } from "../words/words.ts";
import type { Crew } from "../workers/crew.ts";
import { frameOf, type PageAbout } from "./frame.ts";
import { renderPage } from "./render-page.ts";
import type { Site } from "./site.ts";

/** A page of the site: what is said of it, its template, and what that prints, worked out when the page is made. */
export interface SitePage {
  readonly about: PageAbout;
  readonly template: string;
  readonly view: object;
}

/** A page that is made when it is asked for. */
export interface PlacedPage {
  readonly path: string;
  readonly make: () => SitePage;
}

/** The page as bytes; others of the crew may make them. */
export function writePage(
  site: Site,
  { about, template, view }: SitePage,
  render: RenderSite,
  crew?: Crew,
): Promise<Uint8Array> | Uint8Array {
  const whole = { frame: frameOf(site, about), ...view };
  const here = () => new TextEncoder().encode(render(template, whole));
  if (crew === undefined) return here();
  return crew.do(renderPage, () => ({ template, view: whole, terms: termsOf(site.words) }), here);
}
