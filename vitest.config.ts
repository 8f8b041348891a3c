import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/bundle.ts"],
    testTimeout: 60_000,
    // What a browser does is waited for, and on a busy machine that takes a while.
    expect: { poll: { timeout: 15_000 } },
    // Much of the time goes to commands and browsers that the tests wait for.
    maxWorkers: 2,
    // Nothing that is loaded remembers what another file of tests did: to load it once for each worker halves the time.
    isolate: false,
  },
});
