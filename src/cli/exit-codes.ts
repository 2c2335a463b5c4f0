/** What a command ends with. Each command says which; an audit by its verdict (`conformance/verdict.ts`). */
export type ExitCode = 0 | 1 | 2 | 3;

/** What the codes mean; printed with every help. */
export const exitCodeHelp = `EXIT CODES

  0  all is well; an audit: everything passed
  1  an audit: the CSMS failed something; validate: an error was found;
     store copy and restore: what was read back is not what was written
  2  the command line or a setting is wrong
  3  it could not run: port in use, data folder locked, disk full, CSMS out of reach,
     file not readable, …`;
