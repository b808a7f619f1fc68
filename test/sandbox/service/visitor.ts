/** A person with a browser: follows an authorization address through the pages to the address it leads back to. */

export interface Visit {
  readonly fetch: (request: Request) => Response | Promise<Response>
  /** Address of the account to choose. */
  readonly account: string
  /** Scopes to untick; where nothing can be unticked, scopes that the person's directory leaves out. */
  readonly without?: readonly string[]
  readonly decision?: 'continue' | 'cancel'
}

/** The callback address with its parameters, or an error that says what page was met instead. */
export const giveConsent = async (address: string | URL, visit: Visit): Promise<URL> => {
  const first = await visit.fetch(new Request(address, { redirect: 'manual' }))
  if (isRedirect(first)) return locationOf(first)
  const page = await first.text()
  const choice = accountLink(page, visit.account)
  if (choice !== null) return giveConsent(choice, visit)
  const action = attribute(/<form method="post" action="([^"]*)"/, page)
  if (action === null) throw new Error(`No consent page but: ${textOf(page)}`)
  const answer = await visit.fetch(
    new Request(action, { method: 'POST', body: filledForm(page, visit), redirect: 'manual' }),
  )
  if (!isRedirect(answer)) throw new Error(`Consent led nowhere: ${textOf(await answer.text())}`)
  return locationOf(answer)
}

const isRedirect = ({ status }: Response): boolean => status >= 300 && status < 400

const locationOf = (response: Response): URL => new URL(response.headers.get('Location') ?? '')

const accountLink = (page: string, account: string): string | null => {
  for (const [, href = '', text = ''] of page.matchAll(/<a href="([^"]*)">(.*?)<\/a>/gs)) {
    if (unescaped(text).toLowerCase().includes(`>${account.toLowerCase()}<`)) return unescaped(href)
  }
  return null
}

/** What a browser would send: the hidden fields, the boxes that stay ticked and the button that is pressed. */
const filledForm = (page: string, { without = [], decision = 'continue' }: Visit): URLSearchParams => {
  const form = new URLSearchParams()
  for (const [, name = '', value = ''] of page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)) {
    form.append(unescaped(name), unescaped(value))
  }
  for (const [, value = ''] of page.matchAll(/<input type="checkbox" name="granted" value="([^"]*)" checked/g)) {
    if (!without.includes(unescaped(value))) form.append('granted', unescaped(value))
  }
  for (const scope of without) form.append('withheld', scope)
  form.append('decision', decision)
  return form
}

const attribute = (pattern: RegExp, page: string): string | null => {
  const [, value] = pattern.exec(page) ?? []
  return value === undefined ? null : unescaped(value)
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

const textOf = (page: string): string =>
  unescaped(page.replace(/<style>.*?<\/style>|<[^>]*>/gs, ' '))
    .replace(/\s+/g, ' ')
    .trim()
