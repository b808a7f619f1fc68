/**
 * Who may call. Whoever reaches the sandbox reads all mail in it, and that may be a person's own: so a site elsewhere
 * neither reaches it under a name of its own that was made to lead to this machine, nor presses its buttons.
 */
import type { Context, MiddlewareHandler } from 'hono'

export const guard = (origin: string): MiddlewareHandler => {
  const hosts = new Set([new URL(origin).hostname, 'localhost', '127.0.0.1', '[::1]'])
  return async function admitVisitor(c, next) {
    const { hostname } = new URL(c.req.url)
    if (!hosts.has(hostname)) return c.text(`The sandbox does not live at ${hostname}. It is at ${origin}.`, 421)
    if (c.req.method === 'POST' && isFromElsewhere(c))
      return c.text('Pressed on another site, so nothing was done.', 403)
    return next()
  }
}

/** Browsers say where a form was; what is no browser says nothing. */
const isFromElsewhere = (c: Context): boolean => {
  const site = c.req.header('Sec-Fetch-Site')
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const from = c.req.header('Origin')
  return from !== undefined && from !== new URL(c.req.url).origin
}
