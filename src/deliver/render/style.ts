/**
 * How a mail looks: colours and type, inline for every client, and once more for dark mode where a client honours it.
 * Outlook's Word engine wants a width it understands, a font of its own and padding on cells. Pure.
 */
import { html, raw } from 'hono/html'

export type MailHtml = ReturnType<typeof html>

export const paper = '#f6f4ef'
export const card = '#fffdf9'
const ink = '#22302a'
export const muted = '#5f6b64'
export const rule = '#e5e0d5'
export const accent = '#1f6b4a'

/** Bands from well to quiet, as `/app.css` has them. */
export const bandColours = { thriving: '#3f8a63', steady: '#93bb8f', fading: '#d9a04f', quiet: '#c0662a' } as const

/** The strip of a rhythm: in touch, the gaps between, and the present silence. */
export const stripColours = { hit: '#5a9a77', gap: '#f1dcc0', track: '#efebe1' } as const

const font = "-apple-system,BlinkMacSystemFont,'Segoe UI',Helvetica,Arial,sans-serif"
export const bodyType = `font-family:${font};font-size:16px;line-height:1.55;color:${ink}`
export const smallType = `font-family:${font};font-size:14px;line-height:1.5;color:${muted}`
export const nameType = `margin:0;font-family:${font};font-size:18px;font-weight:600;line-height:1.4;color:${ink}`
export const headlineType = `margin:0;font-family:Georgia,'Times New Roman',serif;font-size:25px;font-weight:600;line-height:1.25;color:${ink}`
export const buttonType = `font-family:${font};font-size:16px;font-weight:600;line-height:1.4`

/** What only a style sheet can say. Gmail drops one over 8,192 characters, so it stays small. */
export const styleSheet: MailHtml = html`<style>
body{margin:0;padding:0;background-color:${paper};color:${ink}}
a{color:${accent}}
@media (prefers-color-scheme:dark){
${raw(darkRules('', '!important'))}
}
${raw(darkRules('[data-ogsc] ', '!important'))}
@media (max-width:480px){.pad{padding-left:20px!important;padding-right:20px!important}}
</style>
${raw(`<!--[if mso]><style>p,h2,a,td{font-family:'Segoe UI',Arial,sans-serif!important}h1{font-family:Georgia,serif!important}</style><![endif]-->`)}`

/** `[data-ogsc]` is how Outlook on the web marks its dark mode. */
function darkRules(scope: string, end: string): string {
  return [
    ['.page', 'background-color:#141a17'],
    ['.card', 'background-color:#1b231f'],
    ['.ink', 'color:#e6ece8'],
    ['.muted', 'color:#9fb0a6'],
    ['.rule', 'border-color:#2c3731'],
    ['.button', 'background-color:#8fd0ad'],
    ['.label', 'color:#10201a'],
    ['.track', 'background-color:#2c3731'],
    ['.hit', 'background-color:#6dbb92'],
    ['.gap', 'background-color:#5a4630'],
    ['.thriving', 'background-color:#6dbb92'],
    ['.steady', 'background-color:#a9c9a4'],
    ['.fading', 'background-color:#e3b778'],
    ['.quiet', 'background-color:#e08a4f'],
  ]
    .map(([selector, declaration]) => `${scope}${selector}{${declaration}${end}}`)
    .join('\n')
}

/** A link that is torn in two reads like two; Word knows no `nowrap`. */
export const unbroken = (label: string): string => label.replaceAll(' ', '\u00a0')

/** A row of coloured cells. Widths are shares of the whole and sum up to about 100. */
export const barOf = (
  cells: readonly { readonly className: string; readonly colour: string; readonly share: number }[],
  { height, below }: { readonly height: number; readonly below: number },
): MailHtml =>
  html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" aria-hidden="true" style="margin:0 0 ${below}px;font-size:0;line-height:0"><tr>${cells.map(
    ({ className, colour, share }) =>
      html`<td class="${className}" width="${Math.max(0.5, Math.round(1000 * share) / 10)}%" height="${height}" bgcolor="${colour}">&nbsp;</td>`,
  )}</tr></table>`
