/**
 * How the Monday email looks: colours and type, inline for every client, and once more for dark mode where a client honours
 * it. Outlook's Word engine wants a width it understands, a font of its own and padding on cells. Pure.
 */
import { html, raw } from 'hono/html'
import type { Band } from '../../model/health.ts'

export type MailHtml = ReturnType<typeof html>

export const paper = '#f9f7f1'
export const card = '#fffefb'
export const accent = '#1d6848'
const ink = '#20302a'
const muted = '#57645d'
const line = '#e4ddcf'

/** A cell's class, for dark mode, and its colour in light. */
export interface Paint {
  readonly className: string
  readonly colour: string
}

/** Each band's own, as the pages have them; whose band is not known looks like fading. */
export const bandPaint: Readonly<Record<Band, Paint>> = {
  thriving: { className: 'b1', colour: '#1f7a52' },
  steady: { className: 'b2', colour: '#5a9074' },
  fading: { className: 'b3', colour: '#b3741c' },
  quiet: { className: 'b4', colour: '#b24e28' },
  new: { className: 'b5', colour: '#3c7390' },
  unknown: { className: 'b3', colour: '#b3741c' },
}

/** The strip of a rhythm: in touch, the gaps between, and of the present silence what is usual. */
export const stripPaint = {
  hit: { className: 'i', colour: '#1f7a52' },
  track: { className: 't', colour: '#ece6d9' },
  usual: { className: 'u', colour: '#5a9074' },
} as const satisfies Readonly<Record<string, Paint>>

const font = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
const serif = "Charter,Georgia,'Noto Serif',serif"

export const typography = {
  body: `font-family:${font};font-size:16px;line-height:24px;color:${ink}`,
  quiet: `font-family:${font};font-size:16px;line-height:24px;color:${muted}`,
  small: `font-family:${font};font-size:14px;line-height:21px;color:${muted}`,
  scale: `font-family:${font};font-size:13px;line-height:20px;color:${muted}`,
  name: `margin:0;font-family:${font};font-size:18px;font-weight:600;line-height:26px;color:${ink}`,
  headline: `margin:0;font-family:${serif};font-size:27px;font-weight:400;line-height:34px;color:${ink}`,
  brand: `font-family:${serif};font-size:18px;line-height:26px;color:${ink}`,
  button: `font-family:${font};font-size:16px;font-weight:600;line-height:20px`,
  link: `font-family:${font};font-size:16px;font-weight:600;line-height:24px;color:${accent}`,
  said: `font-family:${serif}`,
  warning: `font-family:${font};font-size:15px;line-height:22px;color:${ink}`,
} as const

/** What only a style sheet can say. Gmail drops one over 8,192 characters, so it stays small. */
export const styleSheet: MailHtml = html`<style>
@media (max-width:480px){
.pad{padding-left:22px!important;padding-right:22px!important}
.out{padding:0!important}
.card{border-radius:0!important}
.beside{display:block!important;padding-left:0!important;text-align:left!important}
.wide{display:none!important}
}
@media (prefers-color-scheme:dark){
${raw(darkRules(''))}
}
${raw(darkRules('[data-ogsc] '))}
</style>
${raw(`<!--[if mso]><style>p,h2,a,td{font-family:'Segoe UI',Arial,sans-serif!important}h1,i,.brand{font-family:Georgia,serif!important}.s td{font-size:1px!important;line-height:8px!important}</style><![endif]-->`)}`

/** `[data-ogsc]` is how Outlook on the web marks its dark mode. */
function darkRules(scope: string): string {
  return [
    ['.page', 'background-color:#131a17'],
    ['.card', 'background-color:#1b2420'],
    ['.gap', 'background-color:#1b2420'],
    ['.ink', 'color:#e7ede9'],
    ['.muted', 'color:#a2b3a9'],
    ['.go', 'color:#8fd3b0'],
    ['.rule', 'border-color:#2d3a34'],
    ['.warn', 'background-color:#382c17;border-color:#f0c987'],
    ['.button', 'background-color:#8fd3b0'],
    ['.label', 'color:#0e1f17'],
    ['.t', 'background-color:#2d3a34'],
    ['.i', 'background-color:#62c497'],
    ['.b1', 'background-color:#62c497'],
    ['.u', 'background-color:#7aa68d'],
    ['.b2', 'background-color:#7aa68d'],
    ['.b3', 'background-color:#e2b164'],
    ['.b4', 'background-color:#e8905f'],
    ['.b5', 'background-color:#7fb6d4'],
  ]
    .map(([selector, declarations = '']) => `${scope}${selector}{${declarations.replaceAll(/(?=;|$)/g, '!important')}}`)
    .join('\n')
}

/** A link that is torn in two reads like two; Word knows no `nowrap`. */
export const unbroken = (label: string): string => label.replaceAll(' ', '\u00a0')

/** A short last word is kept beside the one before it. */
export const unorphaned = (sentence: string): string => sentence.replace(/ (\S{1,7})$/, '\u00a0$1')

/** A row of the mail, parted from what stands above it by a hairline. */
export const section = (
  content: MailHtml,
): MailHtml => html`<tr><td class="pad" align="left" style="padding:24px 44px 0">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="rule" style="padding-top:20px;border-top:1px solid ${line}">${content}</td></tr></table></td></tr>`

export const smallLink = (href: string, label: string, about?: string): MailHtml =>
  html`<a class="muted" href="${href}"${about === undefined ? '' : html` aria-label="${label}: ${about}"`} style="display:inline-block;padding:8px 0;color:${muted}">${unbroken(label)}</a>`

/** Links beside each other. A dot never begins a line. */
export const dotted = (links: readonly MailHtml[]): MailHtml =>
  html`${links.map((link, index) => html`${index === 0 ? '' : html`&nbsp;&nbsp;·&nbsp; `}${link}`)}`

/** A row of coloured cells. Widths are shares of the whole and sum up to about 100. */
export const barOf = (
  cells: readonly (Paint & { readonly share: number })[],
  { height, space }: { readonly height: number; readonly space: string },
): MailHtml =>
  html`<table role="presentation" class="s" width="100%" cellpadding="0" cellspacing="0" border="0" aria-hidden="true" style="margin:${space};font-size:0;line-height:0"><tr>${cells.map(
    ({ className, colour, share }) =>
      html`<td class="${className}" width="${Math.max(0.5, Math.round(1000 * share) / 10)}%" height="${height}" bgcolor="${colour}">&nbsp;</td>`,
  )}</tr></table>`

/** The same with a little space between the cells. */
export const partedBar = (
  cells: readonly (Paint & { readonly share: number })[],
  { height, space }: { readonly height: number; readonly space: string },
): MailHtml => {
  const room = 1 - gapShare * (cells.length - 1)
  return barOf(
    cells.flatMap((cell, index) => [
      ...(index === 0 ? [] : [{ className: 'gap', colour: card, share: gapShare }]),
      { ...cell, share: cell.share * room },
    ]),
    { height, space },
  )
}

/** Three pixels of the widest. */
const gapShare = 0.006
