import type { Place } from "../diagnostics/diagnostic.ts";

/** A template of a house that makes no page of what it is filled with: what is wrong, and where. */
export class TemplateError extends Error {
  readonly place: Place;

  constructor(message: string, place: Place) {
    super(message);
    this.name = "TemplateError";
    this.place = place;
  }
}
