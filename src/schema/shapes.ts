// Printed from schemas/ by test/schema/print-shapes.ts; `npx vitest run test/schema -u` prints it anew.

/** A qualification specification: what the qualification is, who it is for, which units it is made of and how it is assessed. */
export interface QualificationShape {
  readonly kind: "qualification";
  readonly id: string;
  readonly title: string;
  readonly language?: string;
  readonly awardingOrganisation?: AwardingOrganisationShape;
  readonly number?: string;
  readonly status?: "draft" | "published" | "withdrawn";
  readonly notice?: string;
  readonly version?: string;
  readonly issued?: string;
  readonly dates?: DatesShape;
  readonly level?: "entry-1" | "entry-2" | "entry-3" | number;
  readonly levels?: readonly ("entry-1" | "entry-2" | "entry-3" | number)[];
  readonly levelsRationale?: string;
  readonly size?: "award" | "certificate" | "diploma" | "none";
  readonly type?: string;
  readonly sector?: string;
  readonly regulators?: "none" | readonly string[];
  readonly endorsements?: "none" | readonly string[];
  readonly progressionFrom?: string;
  readonly barringCode?: string;
  readonly standards?: string | readonly string[];
  readonly totalQualificationTime?: number;
  readonly guidedLearningHours?: number;
  readonly credit?: "none" | number;
  readonly objective?: ObjectiveShape;
  readonly entry?: EntryShape;
  readonly requirementsBeforeAward?: string;
  readonly progression?: string;
  readonly grading?: GradingShape;
  readonly assessment?: AssessmentShape;
  readonly rulesOfCombination?: RulesOfCombinationShape;
  readonly policies?: PoliciesShape;
  readonly contact?: ContactShape;
  readonly signOff?: SignOffShape;
  readonly changes?: readonly ChangeShape[];
  readonly waivers?: readonly WaiverShape[];
  readonly retired?: readonly string[];
  readonly selfAssessment?: SelfAssessmentShape;
  readonly units?: readonly InlineUnitShape[];
}

/** Who awards the qualification. */
export interface AwardingOrganisationShape {
  readonly name?: string;
  readonly acronym?: string;
  readonly recognitionNumber?: string;
}

/** The days on which the qualification starts, ends and is looked at again. */
export interface DatesShape {
  readonly regulationStart?: string;
  readonly operationalStart?: string;
  readonly operationalEnd?: string;
  readonly certificationEnd?: string;
  readonly review?: string;
}

/** What the qualification is for. */
export interface ObjectiveShape {
  readonly kinds?: readonly (
    | "progress-in-subject"
    | "progress-to-another-subject"
    | "programme-of-learning"
    | "prepare-for-employment"
    | "support-a-role"
    | "personal-growth"
  )[];
  readonly statement?: string;
}

/** What a learner needs before starting. */
export interface EntryShape {
  readonly qualifications?: string;
  readonly knowledge?: string;
  readonly minimumAge?: "none" | number;
  readonly other?: string;
}

/** Whether the qualification is pass or fail, or graded, and how a grade is reached. */
export interface GradingShape {
  readonly type?: "pass-fail" | "graded";
  readonly scale?: readonly string[];
  readonly rule?: string;
}

/** How the qualification is assessed, in which languages and by whom. */
export interface AssessmentShape {
  readonly methods?: readonly string[];
  readonly languages?: readonly string[];
  readonly specimenMaterials?: string;
  readonly people?: PeopleShape;
}

/** What is required of those who assess and assure quality. */
export interface PeopleShape {
  readonly assessor?: string;
  readonly internalQualityAssurer?: string;
  readonly countersigning?: string;
}

/** Which units a learner must and may take. */
export interface RulesOfCombinationShape {
  readonly groups?: readonly GroupShape[];
  readonly constraints?: readonly ConstraintShape[];
  readonly barred?: readonly (readonly string[])[];
  readonly equivalent?: readonly (readonly string[])[];
  readonly prerequisites?: Readonly<Record<string, readonly string[]>>;
  readonly corequisites?: readonly (readonly string[])[];
  readonly pathways?: readonly PathwayShape[];
}

/** A group of units, and how much of it a learner must take. */
export interface GroupShape {
  readonly id: string;
  readonly title?: string;
  readonly require?:
    | "all"
    | "any"
    | {
        readonly credit?: BoundsShape;
        readonly units?: BoundsShape;
      };
  readonly units?: readonly string[];
}

/** One condition across the chosen units. */
export interface ConstraintShape {
  readonly credit?: BoundsShape;
  readonly units?: BoundsShape;
  readonly atLevel?: LevelBoundsShape;
  readonly groups?: readonly string[];
  readonly from?: readonly string[];
  readonly pathway?: string;
}

/** A named way through the qualification. */
export interface PathwayShape {
  readonly id: string;
  readonly title?: string;
  readonly groups?: readonly string[];
}

/** Web addresses of the organisation's policies. */
export interface PoliciesShape {
  readonly recognitionOfPriorLearning?: string;
  readonly reasonableAdjustments?: string;
  readonly specialConsideration?: string;
  readonly complaints?: string;
  readonly appeals?: string;
  readonly fees?: string;
}

/** Whom to ask about the specification. */
export interface ContactShape {
  readonly email?: string;
  readonly telephone?: string;
  readonly address?: string;
  readonly website?: string;
}

/** Who reviewed this version, when and with what result. */
export interface SignOffShape {
  readonly reviewer?: string;
  readonly competence?: string;
  readonly date?: string;
  readonly outcome?: string;
}

/** What changed with one version. */
export interface ChangeShape {
  readonly version?: string;
  readonly date?: string;
  readonly summary?: string;
}

/** Statements with which learners judge themselves before they start. */
export interface SelfAssessmentShape {
  readonly title?: string;
  readonly introduction?: string;
  readonly scale: readonly string[];
  readonly statements: readonly SelfAssessmentStatementShape[];
}

/** One statement, and the unit that it leads to. */
export interface SelfAssessmentStatementShape {
  readonly statement: string;
  readonly unit?: string;
}

/** A unit: what a learner has to know and do, and how that is assessed. It is written once, and every qualification that uses it refers to it by its id. */
export interface UnitShape {
  readonly kind: "unit";
  readonly id: string;
  readonly owner?: string;
  readonly reference?: string;
  readonly ownerReference?: string;
  readonly title: string;
  readonly language?: string;
  readonly notice?: string;
  readonly level?: "entry-1" | "entry-2" | "entry-3" | number;
  readonly credit?: "none" | number;
  readonly guidedLearningHours?: "none" | number;
  readonly totalUnitTime?: "none" | number;
  readonly minimumAge?: number;
  readonly numbering?: NumberingShape;
  readonly aim?: string;
  readonly learningOutcomes: readonly OutcomeShape[];
  readonly assessment?: UnitAssessmentShape;
  readonly resources?: readonly ResourceShape[];
  readonly glossary?: readonly GlossaryEntryShape[];
  readonly waivers?: readonly WaiverShape[];
  readonly retired?: readonly string[];
}

/** A unit that is written at the end of a small qualification instead of in a file of its own. The same as a unit file, without kind. */
export interface InlineUnitShape {
  readonly id: string;
  readonly owner?: string;
  readonly reference?: string;
  readonly ownerReference?: string;
  readonly title: string;
  readonly language?: string;
  readonly notice?: string;
  readonly level?: "entry-1" | "entry-2" | "entry-3" | number;
  readonly credit?: "none" | number;
  readonly guidedLearningHours?: "none" | number;
  readonly totalUnitTime?: "none" | number;
  readonly minimumAge?: number;
  readonly numbering?: NumberingShape;
  readonly aim?: string;
  readonly learningOutcomes: readonly OutcomeShape[];
  readonly assessment?: UnitAssessmentShape;
  readonly resources?: readonly ResourceShape[];
  readonly glossary?: readonly GlossaryEntryShape[];
  readonly waivers?: readonly WaiverShape[];
  readonly retired?: readonly string[];
}

/** The patterns from which printed numbers are made. {n} counts 1, 2, 3 and {a} counts a, b, c. */
export interface NumberingShape {
  readonly outcome?: string;
  readonly criterion?: string;
}

/** One thing that the learner will know, understand or be able to do, with the criteria that show it. */
export interface OutcomeShape {
  readonly outcome: string;
  readonly key?: string;
  readonly number?: string;
  readonly maps?: Readonly<Record<string, readonly string[]>>;
  readonly range?: RangeShape;
  readonly evidence?: EvidenceShape;
  readonly observation?: ObservationShape;
  readonly simulation?: "allowed" | "forbidden";
  readonly assessmentCriteria?: readonly CriterionShape[];
}

/** One thing that the learner must do: a plain sentence, or the sentence with what belongs to it. */
export type CriterionShape =
  | string
  | {
      readonly criterion: string;
      readonly key?: string;
      readonly number?: string;
      readonly kind?: "knowledge" | "skill";
      readonly grade?: string;
      readonly maps?: Readonly<Record<string, readonly string[]>>;
      readonly observation?: ObservationShape;
      readonly simulation?: "allowed" | "forbidden";
      readonly exception?: string;
      readonly range?: RangeShape;
      readonly content?: string;
      readonly task?: string;
      readonly guidance?: string;
      readonly evidence?: EvidenceShape;
    };

/** A list of things to be covered, and how many of them are required. */
export interface RangeShape {
  readonly require?:
    | "all"
    | "any"
    | "illustrative"
    | {
        readonly atLeast: number;
      };
  readonly items: readonly string[];
}

/** The kinds of evidence that are accepted, and the least that is needed. */
export interface EvidenceShape {
  readonly methods?: readonly string[];
  readonly minimum?: string;
}

/** How often the learner is observed, and where. */
export interface ObservationShape {
  readonly occasions?: number;
  readonly setting?: string;
}

/** How the whole unit is assessed. */
export interface UnitAssessmentShape {
  readonly methods?: readonly string[];
  readonly observation?: ObservationShape;
  readonly simulation?: "allowed" | "forbidden";
  readonly requirements?: string;
  readonly range?: RangeShape;
  readonly evidence?: EvidenceShape;
  readonly maps?: Readonly<Record<string, readonly string[]>>;
}

/** One book, website or other piece of material. */
export interface ResourceShape {
  readonly title: string;
  readonly url?: string;
}

/** A word and its meaning. */
export interface GlossaryEntryShape {
  readonly term: string;
  readonly meaning: string;
}

/** A published set of roles, standards or capabilities that units are linked to. One file, and one id, for each version of it. */
export interface FrameworkShape {
  readonly kind: "framework";
  readonly id: string;
  readonly title: string;
  readonly language?: string;
  readonly version?: string;
  readonly replaces?: string;
  readonly publisher?: string;
  readonly source?: string;
  readonly notice?: string;
  readonly nodes?: readonly NodeShape[];
  readonly waivers?: readonly WaiverShape[];
  readonly retired?: readonly string[];
}

/** One role, theme, standard or capability, and what belongs to it. */
export interface NodeShape {
  readonly id: string;
  readonly type?: string;
  readonly title?: string;
  readonly text?: string;
  readonly next?: readonly string[];
  readonly includes?: readonly string[];
  readonly replacedBy?: readonly string[];
  readonly nodes?: readonly NodeShape[];
}

/** The settings of a folder of specifications, in the file qualspec.yaml. Everything in it may be left out. */
export interface WorkspaceShape {
  readonly format?: 1;
  readonly specs?: readonly string[];
  readonly namespace?: string;
  readonly language?: string;
  readonly out?: string;
  readonly build?: BuildShape;
  readonly vocabulary?: VocabularyShape;
  readonly house?: HouseShape;
  readonly rules?: Readonly<Record<string, "off" | "advice" | "warning" | "error">>;
}

/** The papers that are made, and in which forms. */
export interface BuildShape {
  readonly documents?: readonly string[];
  readonly to?: readonly string[];
}

/** Words of your own that the checks accept. */
export interface VocabularyShape {
  readonly methods?: readonly string[];
  readonly settings?: readonly string[];
  readonly verbs?: Readonly<Record<string, VerbLevelsShape>>;
}

/** The lowest and the highest level at which criteria use a verb. */
export interface VerbLevelsShape {
  readonly from?: "entry-1" | "entry-2" | "entry-3" | number;
  readonly to?: "entry-1" | "entry-2" | "entry-3" | number;
}

/** What makes papers look and read like those of your organisation. */
export interface HouseShape {
  readonly terms?: Readonly<Record<string, string>>;
  readonly brand?: string;
}

/** How the papers of a house look, in the file brand.yaml of its brand folder. Everything in it may be left out. */
export interface BrandShape {
  readonly format?: 1;
  readonly logo?: LogoShape;
  readonly colours?: ColoursShape;
  readonly fonts?: FontsShape;
  readonly word?: string;
  readonly footer?: string;
}

/** The picture that stands at the top of every paper. */
export interface LogoShape {
  readonly file: string;
  readonly alt: string;
  readonly word?: string;
}

/** Your colours in place of ours. */
export interface ColoursShape {
  readonly accent?: string;
  readonly banner?: string;
  readonly bannerText?: string;
  readonly tint?: string;
  readonly text?: string;
  readonly mutedText?: string;
}

/** Your fonts in place of ours. */
export interface FontsShape {
  readonly body?: readonly string[];
  readonly headings?: readonly string[];
}

/** A least and a greatest number; either one may be left out, and both count as allowed. */
export interface BoundsShape {
  readonly min?: number;
  readonly max?: number;
}

/** The lowest and the highest level that count; either one may be left out. */
export interface LevelBoundsShape {
  readonly min?: "entry-1" | "entry-2" | "entry-3" | number;
  readonly max?: "entry-1" | "entry-2" | "entry-3" | number;
}

/** A finding that is accepted, with the reason. */
export interface WaiverShape {
  readonly rule: string;
  readonly at?: string;
  readonly content?: string;
  readonly reason?: string;
  readonly until?: string;
}
