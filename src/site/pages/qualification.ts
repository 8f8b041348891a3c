import { barsOf } from "../../documents/bars.ts";
import { combinationSentences } from "../../documents/combination.ts";
import { qualificationFacts } from "../../documents/facts.ts";
import { versionedTitle } from "../../documents/framework-coverage.ts";
import { given } from "../../documents/given.ts";
import { printDate } from "../../documents/print-date.ts";
import { aboutView, assessmentView, contactView, policiesView } from "../../documents/qualification-specification.ts";
import { levelName } from "../../model/level.ts";
import type { Group, Qualification } from "../../model/types.ts";
import { plainBlock } from "../../render/markdown.ts";
import { directionOf } from "../../text/direction.ts";
import { capitalise } from "../../text/words.ts";
import type { Words } from "../../words/words.ts";
import { addresses, routesAnchor, wayUp } from "../address.ts";
import { changesOf } from "../changes.ts";
import type { SitePage } from "../define-page.ts";
import type { FrameworkBook } from "../framework-book.ts";
import type { FrameworkBooks } from "../framework-books.ts";
import { qualificationNotices, type Site } from "../site.ts";
import { qualificationData } from "../structured-data.ts";
import { countWords, sinceWords } from "./difference.ts";
import { canBePlanned } from "./plan.ts";

/** A qualification: its key facts, its papers, its units and everything that is published about it. */
export function qualificationPage(qualification: Qualification, held: FrameworkBooks, site: Site): SitePage {
  const { words } = site;
  const { id, title, source, language } = qualification;
  const path = addresses.qualification(id);
  const root = wayUp(path);
  const objective = given(source.objective?.statement);
  const since = sinceOf(id, root, site);
  const changes = changesOf(qualification);
  return {
    about: {
      path,
      title,
      section: "qualifications",
      notices: qualificationNotices(qualification, words),
      description: objective === null ? "" : plainBlock(objective),
      structured: qualificationData(qualification, site),
    },
    template: "qualification",
    view: {
      title,
      language,
      direction: directionOf(language),
      organisation: source.awardingOrganisation?.name ?? null,
      facts: qualificationFacts(qualification, words),
      papers: papersOf(site, id, root),
      plan: canBePlanned(qualification) ? root + addresses.plan(id) : null,
      about: aboutView(qualification, words),
      assessment: assessmentView(qualification, words),
      structure: {
        sentences: combinationSentences(qualification, words),
        groups: qualification.groups.map((group) => groupView(group, root, barsOf(qualification.units), words)),
        levelsRationale: given(source.levelsRationale),
      },
      frameworks: frameworksOf(qualification, held, root, words),
      policies: policiesView(qualification, words),
      contact: contactView(qualification, words),
      hasChanges: since !== null || changes.length > 0,
      since,
      changes: changes.map(({ anchor, version, date, summary }) => ({
        anchor,
        version,
        date: date === "" ? "" : printDate(date),
        summary,
      })),
    },
  };
}

/** The frameworks that its units answer to, each with how much of it learners meet. */
function frameworksOf(qualification: Qualification, { books, routes }: FrameworkBooks, root: string, words: Words) {
  return routes.of(qualification).map(({ coverage, routes: { everyRoute, someRoutes, reason } }) => {
    const { framework, total, notice, replacedBy } = coverage;
    const book = books.find((one) => one.coverage === coverage);
    const figures = { every: everyRoute.length, some: someRoutes.length, total };
    const phrase = figures.some === 0 ? "site.framework.on-every-route" : "site.framework.on-routes";
    return {
      href: root + addresses.framework(framework.id),
      title: versionedTitle(framework, words),
      tag: replacedBy.length === 0 ? null : words("site.framework.replaced"),
      covered: reason === null ? words(phrase, figures) : words(`coverage.unknown.${reason}`),
      tableHref: book === undefined ? null : tablePlace(qualification, book, root),
      notice,
    };
  });
}

/** Where it is said which routes meet which entries; nowhere where a framework has no entries to count. */
function tablePlace(qualification: Qualification, { coverage, tables, hasTableApart }: FrameworkBook, root: string) {
  const at = tables.findIndex(({ qualifications }) => qualifications.includes(qualification));
  if (at < 0) return null;
  const { id } = coverage.framework;
  return `${root}${hasTableApart ? addresses.routes(id, at + 1) : addresses.framework(id)}#${routesAnchor(qualification)}`;
}

/** Where it is said what is different from the earlier state that was named; null where nothing is. */
function sinceOf(id: string, root: string, site: Site) {
  const { differences, words } = site;
  const own = differences?.all.find((one) => one.kind === "qualification" && one.id === id);
  if (differences === null || own === undefined) return null;
  if (own.isNew) return { about: words("site.since.is-new", { since: differences.since }), counts: [], href: null };
  return {
    about: sinceWords(own, differences, site),
    counts: countWords(own, site),
    href: root + addresses.difference(id, 1),
  };
}

/** The papers of a qualification or a unit, each with its forms. */
export function papersOf({ papers, words }: Site, id: string, root: string) {
  const own = papers.get(id) ?? [];
  return [...new Set(own.map(({ document }) => document))].map((document) => ({
    name: words(`document.${document}`),
    use: words(`pack.use.${document}`),
    forms: own
      .filter((paper) => paper.document === document)
      .map(({ path, format }) => ({ href: root + path, name: words(`pack.form.${format}`) })),
  }));
}

/** A group with its units; those that nobody has written yet have no page. */
function groupView({ title, units }: Group, root: string, bars: ReturnType<typeof barsOf>, words: Words) {
  return {
    title,
    units: units.flatMap(({ unit }) =>
      unit === null
        ? []
        : [
            {
              href: root + addresses.unit(unit.id),
              code: unit.source.ownerReference ?? unit.id,
              title: unit.title,
              level: unit.level === null ? "" : capitalise(levelName(unit.level).replace(/^Level /u, "")),
              credit: unit.credit === null ? words("facts.none") : String(unit.credit),
              bars: bars(unit),
              hours: unit.guidedLearningHours === null ? words("facts.none") : String(unit.guidedLearningHours),
            },
          ],
    ),
  };
}
