// Set up before each test file: properties that do not say otherwise are drawn from one seed, the same in each run, and are
// tried as often as the run asks for.
import * as fc from "fast-check";
import { repeated } from "./rounds.ts";

fc.configureGlobal(repeated(100, 2000));
