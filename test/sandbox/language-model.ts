/**
 * A language model as OpenAI's servers speak (`POST /chat/completions`), and as far as the product uses it. It rewords by rule, so
 * that what comes is known; `weather` makes it obey its data, talk nonsense, fail or dawdle, as real ones do.
 */
import { Hono } from 'hono'

export interface LanguageModelWeather {
  /** Answer with this, whatever was asked. */
  says: string | null
  /** Milliseconds before it answers. */
  dawdles: number
  /** Answer this many coming requests with 500. */
  refuse: number
}

/** What it was asked. */
export interface AskedModel {
  readonly model: string
  readonly messages: readonly { readonly role: string; readonly content: string }[]
}

export const createLanguageModel = ({ origin, apiKey }: { readonly origin: string; readonly apiKey: string }) => {
  const asked: AskedModel[] = []
  const weather: LanguageModelWeather = { says: null, dawdles: 0, refuse: 0 }
  const app = new Hono().basePath(new URL(origin).pathname)

  app.post('/chat/completions', async (context) => {
    if (context.req.header('Authorization') !== `Bearer ${apiKey}`) return context.json({ error: {} }, 401)
    const question = await context.req.json<AskedModel>()
    asked.push(question)
    if (weather.refuse > 0) {
      weather.refuse -= 1
      return context.json({ error: {} }, 500)
    }
    await new Promise((resolve) => setTimeout(resolve, weather.dawdles))
    const content = weather.says ?? reworded(question)
    return context.json({ choices: [{ index: 0, message: { role: 'assistant', content } }] })
  })

  return Object.assign(app, { asked, weather })
}

/** The same text with a beginning as people have it. */
const reworded = ({ messages }: AskedModel): string => {
  const [system, user] = messages.map(({ content }) => content)
  const { text }: { text: string } = JSON.parse(user ?? '{"text":""}')
  const language = /code "(\w\w)"/.exec(system ?? '')?.[1] ?? 'en'
  const [first = '', ...rest] = text
  return `${beginnings[language] ?? 'So'}, ${/^I\b/.test(text) ? first : first.toLowerCase()}${rest.join('')}`
}

const beginnings: Readonly<Record<string, string>> = { en: 'So', de: 'Also', fr: 'Alors', es: 'Bueno' }
