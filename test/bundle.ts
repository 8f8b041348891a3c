import { build } from "../bundle.config.ts";

/** Before the tests: bundles what they run, so that they test what ships. */
export default build;
