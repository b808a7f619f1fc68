/**
 * The answer of a Worker that cannot start for want of a setting. `sentence` names the setting. Plain text: its readers
 * are the operator and the operator's tools.
 */
import { Hono } from 'hono/tiny'
import { describeMissingSetting } from '../../words/page.ts'
import { securityHeaders } from './security-headers.ts'

export const settingMissingPage = (
  request: Request,
  { sentence }: { readonly sentence: string },
): Response | Promise<Response> =>
  new Hono()
    .use(...securityHeaders)
    .all('*', (context) => context.text(`${describeMissingSetting(sentence)}\n`, 500))
    .fetch(request)
