/** Forms that can be read at all. What a form holds is each page's own concern. */
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'

/**
 * Refuses a form whose body is not of the kind it claims to be, such as one without its boundaries (RFC 7578). The framework
 * keeps what it read, so that the page that follows reads nothing twice.
 */
export const wellFormed = createMiddleware(async (context, next) => {
  if (context.req.method === 'POST') {
    try {
      await context.req.parseBody()
    } catch (error) {
      // What the platform throws at a form it cannot read; a body that is too long is another matter.
      throw error instanceof TypeError ? new HTTPException(400) : error
    }
  }
  await next()
})
