/** The page's own style sheet; follows the reader's light or dark setting. */
export const REPORT_STYLE = `
:root { color-scheme: light dark; --ink: #16202a; --paper: #fff; --rule: #d5dbe1; --soft: #f2f5f7; --bad: #a4161a; --warn: #8a5a00; --good: #17603a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6ebf0; --paper: #12181e; --rule: #33404c; --soft: #1b242c; --bad: #ff8f8f; --warn: #f2bd5b; --good: #7fd8a4; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
.kicker { margin: 0; color: var(--warn); font-size: .85rem; letter-spacing: .04em; text-transform: uppercase; }
h1 { margin: 0 0 1rem; } h1 small { font-size: .9rem; font-weight: 400; overflow-wrap: anywhere; }
.status { padding: .75rem 1rem; border-left: .4rem solid; background: var(--soft); font-weight: 600; }
.passed { border-color: var(--good); } .warned { border-color: var(--warn); } .failed { border-color: var(--bad); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; } dt { opacity: .75; } dd { margin: 0; overflow-wrap: anywhere; }
.findings { padding: 0; list-style: none; } .findings li { padding: .4rem 0; border-bottom: 1px solid var(--rule); }
.error strong { color: var(--bad); } .warning strong { color: var(--warn); } .note strong { opacity: .75; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: .3rem .6rem; white-space: nowrap; border-bottom: 1px solid var(--rule); text-align: right; } th[scope=row], th:first-child { text-align: left; font-weight: 500; }
thead th { font-weight: 600; } tr.drifted th, tr.drifted td { color: var(--warn); font-weight: 600; }
`;
