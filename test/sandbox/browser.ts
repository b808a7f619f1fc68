/** A browser without a screen: it keeps cookies, sends the origin with forms, and shows where a redirect leads. */
export class Browser {
  readonly #fetch: (request: Request) => Promise<Response>
  readonly #origin: string
  readonly cookies = new Map<string, string>()

  constructor(fetch: (request: Request) => Promise<Response>, origin: string) {
    this.#fetch = fetch
    this.#origin = origin
  }

  get(path: string): Promise<Response> {
    return this.#send(new Request(new URL(path, this.#origin)))
  }

  post(path: string, form: Readonly<Record<string, string>> = {}, origin = this.#origin): Promise<Response> {
    return this.#send(
      new Request(new URL(path, this.#origin), {
        method: 'POST',
        headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(form).toString(),
      }),
    )
  }

  /** A form with files in it. */
  upload(path: string, form: FormData): Promise<Response> {
    return this.#send(
      new Request(new URL(path, this.#origin), { method: 'POST', headers: { origin: this.#origin }, body: form }),
    )
  }

  /** The text of a page, following redirects within the product. */
  async read(path: string): Promise<string> {
    const response = await this.get(path)
    const location = response.headers.get('location')
    return location?.startsWith('/') ? this.read(location) : response.text()
  }

  async #send(request: Request): Promise<Response> {
    const cookies = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    if (cookies !== '') request.headers.set('cookie', cookies)
    const response = await this.#fetch(request)
    for (const line of response.headers.getSetCookie()) this.#keep(line)
    return response
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(/;\s*/)
    const split = pair.indexOf('=')
    const name = pair.slice(0, split)
    if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) this.cookies.delete(name)
    else this.cookies.set(name, pair.slice(split + 1))
  }
}

/** Where whoever is not signed in is sent from a page: the first one, which leads back. */
export const signInFor = (path: string): string => `/?${new URLSearchParams({ back: path })}`
