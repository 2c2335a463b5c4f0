// Set up before each test file: the same for what components show, for which the library waits a second.
import { configure } from "@solidjs/testing-library";

configure({ asyncUtilTimeout: 60_000 });
