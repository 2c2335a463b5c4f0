import { testAgainstOracles } from "../../testdata/differential.ts";
import { catalogue } from "./catalogue.ts";
import { errorCodes } from "./error-codes.ts";

await testAgainstOracles("2.1", catalogue, errorCodes);
