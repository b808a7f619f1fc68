/** The language models that can be asked: any server that speaks as OpenAI's does, a local one included, or Workers AI. */
import { fieldsOf, listOf, parsedJson, textOf } from '../model/json.ts'
import type { Outside } from '../outside.ts'
import type { Chat } from './ask.ts'
import { maxRewriteMilliseconds, type Rewriter } from './rewrite.ts'

/** What the `AI` binding can do, as far as we use it. */
export interface AiBinding {
  readonly run: (model: string, input: Readonly<Record<string, unknown>>) => Promise<unknown>
}

export type RewriterConfig =
  | { readonly kind: 'binding'; readonly binding: AiBinding; readonly model: string }
  | { readonly kind: 'server'; readonly root: URL; readonly apiKey: string; readonly model: string }

export const openRewriter = (config: RewriterConfig, fetch: Outside['fetch']): Rewriter =>
  config.kind === 'binding' ? workersAi(config) : chatServer(config, fetch)

/** A check-in is a hundred tokens at most. */
const maxTokens = 300
/** Wording, not invention. */
const temperature = 0.4

const messagesOf = ({ system, user }: Chat) => [
  { role: 'system', content: system },
  { role: 'user', content: user },
]

const workersAi = ({ binding, model }: Extract<RewriterConfig, { kind: 'binding' }>): Rewriter => ({
  host: 'Cloudflare Workers AI',
  async ask(chat) {
    const answer = await binding.run(model, { messages: messagesOf(chat), max_tokens: maxTokens, temperature })
    const fields = fieldsOf(answer)
    return textOf(fields?.response) ?? choiceIn(fields)
  },
})

const chatServer = (
  { root, apiKey, model }: Extract<RewriterConfig, { kind: 'server' }>,
  fetch: Outside['fetch'],
): Rewriter => ({
  host: root.host,
  async ask(chat) {
    const response = await fetch(`${root.href.replace(/\/$/, '')}/chat/completions`, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(maxRewriteMilliseconds),
      headers: {
        'content-type': 'application/json',
        ...(apiKey !== '' && { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify({ model, messages: messagesOf(chat), max_tokens: maxTokens, temperature }),
    })
    return response.ok ? choiceIn(fieldsOf(parsedJson(await response.text()))) : null
  },
})

const choiceIn = (answer: ReturnType<typeof fieldsOf>): string | null => {
  const [first] = listOf(answer?.choices)
  return textOf(fieldsOf(fieldsOf(first)?.message)?.content)
}
