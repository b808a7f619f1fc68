/** How the sandbox looks: the paper of the simulated providers' pages, and what is written on it here. */
import { paper } from '../service/paper.ts'

export const style = `${paper}
:root { color-scheme: light dark; --line: #e5e0d5; --lit: #efebe1; --warm: #d9a04f; }
@media (prefers-color-scheme: dark) { :root { --line: #2c3731; --lit: #222c27; --warm: #e3b778; } }
html { -webkit-text-size-adjust: 100%; }
a { color: var(--accent); }
h1 { text-wrap: balance; font-weight: 600; }
h2 { margin: 0 0 6px; font-size: 18px; line-height: 1.4; }
p { margin: 6px 0; max-width: 65ch; }
small, .muted { color: var(--muted); font-size: 14px; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 12px; top: 8px; z-index: 1; padding: 6px 12px; background: var(--card); border-radius: 8px; }
.aside { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.bar { display: flex; flex-wrap: wrap; gap: 0 24px; padding: 7px 24px; background: var(--ink); color: var(--page); font-size: 13px; }
.bar p { margin: 2px 0; max-width: none; }
.bar p:first-child { margin-right: auto; }
.bar nav { display: flex; gap: 16px; }
.bar a { padding: 2px 0; color: inherit; }
.bar a[aria-current] { font-weight: 600; text-decoration-thickness: 2px; text-underline-offset: 4px; }
.bar :focus-visible { outline-color: var(--page); }

main { max-width: 1080px; margin: 0 auto; padding: 28px 24px 56px; }
.card { padding: 24px; background: var(--card); border-radius: 14px; }
.card + .card { margin-top: 20px; }
.narrow { max-width: 42rem; }
.two { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 20px; align-items: start; margin-top: 24px; }
.act { margin-top: 16px; padding-top: 16px; border-top: 1px solid var(--line); }
.actions { display: flex; flex-wrap: wrap; gap: 10px 12px; align-items: center; margin-top: 14px; }
button, .button { display: inline-block; padding: 9px 18px; font: inherit; font-weight: 600; }
.button { border: 1px solid var(--accent); border-radius: 8px; background: var(--accent); color: var(--on-accent); text-decoration: none; }
button.plain, .button.plain { border-color: var(--rule); background: none; color: var(--accent); font-weight: 400; }
.notice { margin: 0 0 16px; padding: 4px 0 4px 14px; border-left: 3px solid var(--accent); }
.problem { border-left-color: var(--warm); }

input, textarea { width: 100%; padding: 9px 11px; border: 1px solid var(--rule); border-radius: 8px; background: var(--page); color: inherit; font: inherit; }
textarea { display: block; min-height: 18rem; line-height: 1.55; resize: vertical; }
label { display: block; font-weight: 600; }
.field { margin-top: 14px; }
.field label { margin-bottom: 4px; color: var(--muted); font-size: 14px; font-weight: 400; }
summary { color: var(--muted); font-size: 14px; cursor: pointer; }
details { margin-top: 12px; }

.weather { display: grid; grid-template-columns: minmax(0, 1fr) 6rem; gap: 4px 20px; align-items: center; padding: 14px 0; border-top: 1px solid var(--line); }
.weather p { margin: 2px 0 0; }
.weather input { text-align: right; }

.folders { display: flex; flex-wrap: wrap; gap: 4px; margin: 0 0 14px -10px; padding: 0; list-style: none; }
.folders li { margin: 0; }
.folders a { display: block; padding: 6px 10px; border-radius: 8px; color: var(--muted); text-decoration: none; }
.folders a:hover { color: var(--ink); }
.folders a[aria-current] { background: var(--card); color: var(--ink); font-weight: 600; }
.top { display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: baseline; }
.top h1 { margin: 0 auto 0 0; }
.top p { margin: 0; }
.letters { margin: 16px 0 0; padding: 0; background: var(--card); border-radius: 14px; overflow: hidden; list-style: none; }
.letters li { margin: 0; }
.letters li + li { border-top: 1px solid var(--line); }
.letters a { display: grid; grid-template-columns: 13rem minmax(0, 1fr) max-content; gap: 0 20px; align-items: baseline; padding: 8px 24px; color: var(--muted); text-decoration: none; }
.letters a:hover, .letters a:focus-visible { background: var(--lit); }
.letters a:focus-visible { outline-offset: -3px; border-radius: 14px; }
.letters span { overflow: hidden; font-weight: inherit; text-overflow: ellipsis; white-space: nowrap; }
.letters .subject { color: var(--ink); }
.letters time { font-size: 14px; font-variant-numeric: tabular-nums; text-align: right; }
.letters .unread { color: var(--ink); font-weight: 650; }
.pages { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; margin-top: 16px; }

.letter h1 { margin-bottom: 14px; }
.letter .actions { margin: 0 0 18px; }
.back { display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: center; justify-content: space-between; margin: 0 0 12px; }
.tools { display: flex; flex-wrap: wrap; gap: 8px; }
.tools button { padding: 4px 12px; font-size: 14px; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 4px 16px; margin: 0; }
dt { color: var(--muted); }
dd { margin: 0; overflow-wrap: anywhere; }
.views { display: flex; flex-wrap: wrap; gap: 4px; margin: 18px 0 0; padding: 14px 0 0; border-top: 1px solid var(--line); list-style: none; }
.views li { margin: 0; }
.views a { display: block; padding: 5px 12px; border-radius: 8px; color: var(--muted); text-decoration: none; }
.views a[aria-current] { background: var(--page); color: var(--ink); font-weight: 600; }
h1, h2 { overflow-wrap: anywhere; }
iframe { display: block; width: calc(100% + 48px); background: var(--page); margin: 14px -24px -24px; border: 0; border-top: 1px solid var(--line); border-radius: 0 0 14px 14px; }
.text, .lines { margin: 14px 0 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.text { max-width: 72ch; font: inherit; }
.lines { font: 13px/1.6 ui-monospace, monospace; }

@media (max-width: 900px) { .two { grid-template-columns: minmax(0, 1fr); } }
@media (max-width: 640px) {
  .bar, main { padding-left: 16px; padding-right: 16px; }
  main { padding-top: 20px; }
  .bar p:first-child { margin-right: 0; width: 100%; }
  .bar time + span { display: none; }
  .bar { gap: 0 12px; }
  .bar nav { gap: 12px; margin-left: auto; }
  .card { padding: 20px 18px; }
  iframe { width: calc(100% + 36px); margin: 14px -18px -20px; }
  .letters a { grid-template-columns: minmax(0, 1fr) max-content; padding: 10px 18px; }
  .letters .subject { grid-row: 2; grid-column: 1 / -1; }
  .folders { gap: 0; margin-left: -8px; }
  .folders a { padding: 6px 8px; font-size: 15px; }
}
`

/** A box of sand: not the product's leaf. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#d9a04f"/><path d="M6 21c4-7 7-7 10-3s6 4 10-3v8H6z" fill="#22302a"/></svg>`

/** Asks every second whether the mail has come. Without scripts the page loads itself anew instead. */
export const waitScript = `const { tries } = document.querySelector('[data-tries]').dataset
const look = async (left) => {
  const answer = await fetch(location.href, { redirect: 'manual' }).catch(() => null)
  const hasCome = answer !== null && answer.type === 'opaqueredirect'
  if (hasCome || left <= 0) location.replace(location.pathname + location.search + '&tried=' + (hasCome ? 0 : tries))
  else setTimeout(look, 1000, left - 1)
}
look(Number(tries))
`
