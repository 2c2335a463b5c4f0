/** The report's looks, light and dark, on screen and on paper. */
export const style = `
:root{--page:#f6f7f9;--sheet:#fff;--ink:#16202c;--soft:#5a6776;--line:#d9dee5;--link:#0b5cad;--code:#f0f2f5;
--pass:#0e7a3f;--warning:#96600a;--fail:#b3261e;--untestable:#6b4fb3;--error:#8a2a6b;--notApplicable:#5a6776}
@media (prefers-color-scheme:dark){:root{--page:#0f141a;--sheet:#171e26;--ink:#e7ecf2;--soft:#9aa7b5;--line:#2c3641;--link:#7db8f5;
--code:#10161d;--pass:#4cc38a;--warning:#f0b849;--fail:#ff8078;--untestable:#b29cf5;--error:#f08cc8;--notApplicable:#9aa7b5}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
header,main{max-width:72rem;margin:0 auto;padding:1rem 1.25rem}
h1{font-size:1.6rem;margin:.2rem 0 .8rem;overflow-wrap:anywhere}
h2{font-size:1.25rem;margin:2rem 0 .6rem}
h3{font-size:1.05rem;margin:1.6rem 0 .5rem}
small,.hint,.brand{color:var(--soft)}
.brand{margin:.5rem 0 0;font-weight:600}
a{color:var(--link)}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.facts{display:flex;flex-wrap:wrap;gap:.4rem 2rem;margin:0}
.facts dt{color:var(--soft);font-size:.8rem}
.facts dd{margin:0;font-weight:600;overflow-wrap:anywhere}
.summary{list-style:none;display:flex;flex-wrap:wrap;gap:.5rem;padding:0;margin:1rem 0 0}
.summary li{border:1px solid var(--line);border-radius:.5rem;background:var(--sheet);padding:.3rem .8rem}
.summary .none{opacity:.5}
.summary b{font-size:1.1rem}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;background:var(--sheet);border:1px solid var(--line);border-radius:.5rem}
th,td{text-align:left;vertical-align:top;padding:.45rem .6rem;border-top:1px solid var(--line);overflow-wrap:anywhere}
thead th{border-top:0;color:var(--soft);font-size:.8rem}
.checks td:nth-child(1),.overview td:nth-child(1),.overview td:nth-child(3),.verdict{white-space:nowrap;overflow-wrap:normal}
.checks td:nth-child(5){width:9rem}
.verdict{display:inline-block;border:1px solid currentcolor;border-radius:1rem;padding:0 .6rem;font-size:.8rem;font-weight:600;vertical-align:middle}
.pass.verdict,.summary .pass b{color:var(--pass)}
.warning.verdict,.summary .warning b{color:var(--warning)}
.fail.verdict,.summary .fail b,.bad{color:var(--fail)}
.untestable.verdict,.summary .untestable b{color:var(--untestable)}
.error.verdict,.summary .error b{color:var(--error)}
.notApplicable.verdict{color:var(--notApplicable)}
.frames{list-style:none;padding:0;margin:0}
.frames>li{border-left:3px solid var(--line);background:var(--sheet);margin:.4rem 0;padding:.35rem .7rem;scroll-margin-top:1rem}
.frames>li.out{border-left-color:var(--link)}
.frames>li:target{outline:2px solid var(--link)}
.frames .number{display:inline-block;min-width:2.2em;font-weight:700;color:var(--soft,inherit)}
.mark{border:1px solid var(--line);border-radius:.3rem;padding:0 .3rem;font-size:.8rem}
.issues{margin:.2rem 0;padding-left:1.2rem}
pre{margin:.3rem 0 0;padding:.4rem .6rem;background:var(--code);border-radius:.3rem;white-space:pre-wrap;overflow-wrap:anywhere;
font:12.5px/1.45 ui-monospace,monospace}
@media print{:root{--page:#fff}body{font-size:11px}.frames>li,.case{break-inside:avoid}a{color:inherit}}
`;
