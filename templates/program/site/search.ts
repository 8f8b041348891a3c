import { island, loadScript, sayFrom } from "./load.ts";
import { Index } from "./search/index.ts";
import { showResults } from "./search/show.ts";

/** Loaded when somebody turns to the search: fetches the index part by part, and answers at each key. */
const { root, say: phrases } = island();
const say = sayFrom(phrases);
const index = new Index((name, onError) => loadScript(`${root}assets/search/${name}`, onError));
showResults(index, say, root);
index.load();
