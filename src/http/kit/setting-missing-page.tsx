/** The answer of a Worker that cannot start for want of a setting. `sentence` names the setting. */
import { describeMissingSetting } from '../../words/page.ts'
import { layout } from './layout.tsx'

export const settingMissingPage = async ({ sentence }: { readonly sentence: string }): Promise<Response> => {
  const { title, text } = describeMissingSetting(sentence)
  const body = (
    <div class="card">
      <h1>{title}</h1>
      <p>{text}</p>
    </div>
  )
  return new Response(String(await layout({ title, section: null, body })), {
    status: 500,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; style-src 'self'; img-src 'self'",
    },
  })
}
