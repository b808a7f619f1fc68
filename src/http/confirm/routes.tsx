/** Confirming an address by the link in a mail to it. A GET only asks; the button does it. */
import { Hono } from 'hono/tiny'
import { userOfConfirmation } from '../../deliver/confirmation.ts'
import { confirmAddress } from '../../store/mail-address.ts'
import { addressConfirmed, confirmationBroken, confirmationWords } from '../../words/confirmation.ts'
import { Button } from '../kit/forms.tsx'
import { layout } from '../kit/layout.tsx'
import { noticePage } from '../kit/message-page.tsx'
import { type AppEnv, isSignedIn } from '../kit/session.ts'

export const confirmRoutes = new Hono<AppEnv>()
  .get('/:token', async (context) => {
    const { app } = context.env
    const user = await userOfConfirmation(app, context.req.param('token'), app.now())
    if (!user.ok) return context.html(noticePage(confirmationBroken, '/settings', isSignedIn(context)), 404)
    const { title, heading, describeHint, confirm } = confirmationWords
    const body = (
      <div class="card">
        <h1>{heading}</h1>
        <p>{describeHint(user.value.address)}</p>
        <form method="post" class="actions">
          <Button>{confirm}</Button>
        </form>
      </div>
    )
    return context.html(layout({ title, section: null, isSignedIn: isSignedIn(context), body }))
  })
  .post('/:token', async (context) => {
    const { app } = context.env
    const user = await userOfConfirmation(app, context.req.param('token'), app.now())
    const isConfirmed = user.ok && (await confirmAddress(app.store, user.value.id, user.value.address))
    if (!isConfirmed) return context.html(noticePage(confirmationBroken, '/settings', isSignedIn(context)), 404)
    app.log('address confirmed', { userId: user.value.id })
    return context.html(noticePage(addressConfirmed, '/people', isSignedIn(context)))
  })
