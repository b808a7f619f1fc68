/** The weather, as a person sets it: what each fault is, and what Perennial should do about it. */
import { html } from 'hono/html'
import { quietWeather, type Weather } from '../world.ts'
import type { Html } from './frame.ts'

/** Sets what the form says; a number that is none, or missing, is nothing. */
export const setWeather = (weather: Weather, form: URLSearchParams): void => {
  for (const { name, most } of amounts) weather[name] = amountIn(form.get(name), most)
}

export const clearSky = (weather: Weather): void => {
  Object.assign(weather, quietWeather())
}

export const weatherSection = (weather: Weather): Html => html`<section class="card" aria-labelledby="weather">
<h2 id="weather">The weather</h2>
<p>${describeWeather(weather)}</p>
<form method="post" action="/console/weather">
${amounts.map(
  ({ name, label, most, does }) => html`<div class="weather">
<div><label for="${name}">${label}</label><p class="muted" id="${name}-does">${does}</p></div>
<input id="${name}" name="${name}" type="number" inputmode="numeric" min="0" max="${most}" value="${weather[name]}" aria-describedby="${name}-does">
</div>`,
)}
<p class="actions"><button>Set the weather</button>
<button class="plain" formaction="/console/weather/clear">Clear the sky</button></p>
</form>
<form method="post" action="/console/weather/expire" class="act">
<p>The providers forget how far Perennial has read. It should read a bounded stretch again, store nothing twice, and say since when it re-checks.</p>
<p class="actions"><button class="plain">Expire the cursors</button></p>
</form>
${revisions.map((revision) => turnForm(revision, weather))}
</section>`

/** What is so or not so, until somebody presses the button. */
interface Turn {
  readonly name: TurnName
  readonly on: TurnWords
  readonly off: TurnWords
  readonly said: string
}

interface TurnWords {
  /** The last part of the address that the button posts to. */
  readonly act: string
  readonly button: string
  readonly does: string
}

type TurnName = 'revoked' | 'administratorBlocks' | 'secretExpired'

const revisions: readonly Turn[] = [
  {
    name: 'revoked',
    said: 'the grant is withdrawn',
    on: {
      act: 'revoke',
      button: 'Revoke the grant',
      does: 'Everyone withdraws what they allowed. Perennial should stop reading, say so on its pages and in the Monday email, and ask to be connected again.',
    },
    off: {
      act: 'give-back',
      button: 'Give the grant back',
      does: 'The grant is withdrawn. Giving it back lets Perennial be connected again; it should go on where it stopped.',
    },
  },
  {
    name: 'administratorBlocks',
    said: 'an administrator lets no work account use Perennial',
    on: {
      act: 'block',
      button: 'Let an administrator block it',
      does: 'The administrator of a work account at Microsoft lets nobody use Perennial. It should say whose decision that is, and not ask the person to connect again.',
    },
    off: {
      act: 'unblock',
      button: 'Let the administrator allow it',
      does: 'An administrator blocks Perennial. Once it is allowed, it should go on where it stopped.',
    },
  },
  {
    name: 'secretExpired',
    said: 'Perennial’s secret at Microsoft has run out',
    on: {
      act: 'expire-secret',
      button: 'Let the secret run out',
      does: 'Perennial’s own secret at Microsoft is too old. It should tell its operator, and not blame the person.',
    },
    off: {
      act: 'renew-secret',
      button: 'Renew the secret',
      does: 'Perennial’s secret at Microsoft has run out. With a new one, it should go on where it stopped.',
    },
  },
]

/** Does what a button of these is for; false where there is no such button. */
export const turnWeather = (weather: Weather, act: string): boolean => {
  for (const { name, on, off } of revisions) {
    if (act !== on.act && act !== off.act) continue
    weather[name] = act === on.act
    return true
  }
  return false
}

const turnForm = ({ name, on, off }: Turn, weather: Weather): Html => {
  const { act, button, does } = weather[name] ? off : on
  return html`<form method="post" action="/console/weather/${act}" class="act">
<p>${does}</p>
<p class="actions"><button class="plain">${button}</button></p>
</form>`
}

type AmountName = 'throttle' | 'outage' | 'nonsense' | 'breakOff' | 'slow'

interface Amount {
  readonly name: AmountName
  readonly label: string
  readonly most: number
  readonly does: string
  readonly left: (amount: number) => string
}

const calls = (amount: number): string => (amount === 1 ? 'one more call' : `${amount} more calls`)
const answers = (amount: number): string => (amount === 1 ? 'one more answer' : `${amount} more answers`)

const amounts: readonly Amount[] = [
  {
    name: 'throttle',
    label: 'Refuse calls as too many',
    most: 1000,
    does: 'It should wait as long as it is told, then go on where it stopped.',
    left: (amount) => `${calls(amount)} will be refused as too many`,
  },
  {
    name: 'outage',
    label: 'Be out of order for calls',
    most: 1000,
    does: 'It should keep trying by itself, say who does not answer, and recover without anyone’s help.',
    left: (amount) => `${calls(amount)} will find the providers out of order`,
  },
  {
    name: 'nonsense',
    label: 'Answer calls with nonsense',
    most: 1000,
    does: 'A portal page, or another shape. It should notice, store none of it, and ask again.',
    left: (amount) => `${calls(amount)} will get nonsense`,
  },
  {
    name: 'breakOff',
    label: 'Break answers off in the middle',
    most: 1000,
    does: 'It should not move on: the same page is read again, and nothing is counted twice.',
    left: (amount) => `${answers(amount)} will break off`,
  },
  {
    name: 'slow',
    label: 'Slow every answer, in milliseconds',
    most: 10_000,
    does: 'It should take longer, and that is all.',
    left: (amount) => `every answer takes ${amount} ms longer`,
  },
]

const amountIn = (raw: string | null, most: number): number => {
  const amount = Math.floor(Number(raw ?? ''))
  return amount > 0 ? Math.min(amount, most) : 0
}

const describeWeather = (weather: Weather): string => {
  const coming = amounts.flatMap(({ name, left }) => (weather[name] > 0 ? left(weather[name]) : []))
  if (weather.expireCursors) coming.push('the next call expires the cursors')
  for (const { name, said } of revisions) if (weather[name]) coming.push(said)
  const said = coming.join('; ')
  return said === ''
    ? 'The sky is clear: everything answers as it should.'
    : `${said[0]?.toUpperCase()}${said.slice(1)}.`
}
