import { policyOfKeptPage } from '../http/browser-policy.ts';

/** The page is a file of its own, away from us and from every network: it carries its few rules along. */
export const pageStyle = `
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #1c2b26; font: 1.05rem/1.5 system-ui, sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.8rem; line-height: 1.2; }
h2 { font-size: 1.3rem; margin: 2.2rem 0 .5rem; border-bottom: 2px solid #1d6f5c; padding-bottom: .2rem; }
h3 { font-size: 1rem; margin: 1rem 0 .2rem; }
article { border-top: 1px solid #d8d3c9; padding: .2rem 0 .6rem; break-inside: avoid; }
article.old { padding-left: .8rem; border-left: 4px solid #d8d3c9; }
dl { margin: .2rem 0; }
dl div { display: grid; grid-template-columns: 11rem 1fr; gap: .2rem .8rem; }
dt { color: #55615d; }
dd { margin: 0; overflow-wrap: anywhere; }
.by { color: #55615d; font-size: .92rem; margin: .2rem 0; }
li { margin: .15rem 0; }
table { border-collapse: collapse; width: 100%; }
td { border-top: 1px solid #d8d3c9; padding: .25rem .6rem .25rem 0; vertical-align: top; }
td:last-child { text-align: right; }
@media (max-width: 34rem) { dl div { grid-template-columns: 1fr; gap: 0; margin-bottom: .4rem; } }
@media print { body { font-size: 10.5pt; } main { max-width: none; padding: 0; } h2 { break-after: avoid; } }
`;

/** It stands in the page itself, which is opened where no header of ours comes along, and in the answer too. */
export const pagePolicy = policyOfKeptPage(pageStyle);
