/**
 * The answer of a Worker that cannot start for want of a setting. `sentence` names the setting. Plain text: its readers
 * are the operator and the operator's tools.
 */
import { describeMissingSetting } from '../../words/page.ts'

export const settingMissingPage = ({ sentence }: { readonly sentence: string }): Response =>
  new Response(`${describeMissingSetting(sentence)}\n`, {
    status: 500,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
