import type { RenderSite } from "../render/site-renderer.ts";
import { frameOf, type PageAbout } from "./frame.ts";
import type { Site } from "./site.ts";

/** A page of the site: what is said of it, its template, and what that prints, worked out when the page is made. */
export interface SitePage {
  readonly about: PageAbout;
  readonly template: string;
  readonly view: object;
}

/** The page as bytes. */
export function writePage(site: Site, { about, template, view }: SitePage, render: RenderSite): Uint8Array {
  return new TextEncoder().encode(render(template, { frame: frameOf(site, about), ...view }));
}
