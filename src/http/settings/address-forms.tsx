/** Where the Monday email goes, and asking for another address. */
import type { User } from '../../model/user.ts'
import { settingsWords as words } from '../../words/settings.ts'
import { Button, type FormEntry, InputField } from '../kit/forms.tsx'

export const AddressForms = ({ user, entry }: { readonly user: User; readonly entry: FormEntry }) => (
  <div class="stack">
    <p>{user.isAddressConfirmed ? words.whereItGoesHint : words.describeUnconfirmed(user.address)}</p>
    <form method="post" action="/settings/address" class="stack">
      <InputField
        id="address"
        name="address"
        type="email"
        label={words.newAddress}
        value={entry.values.address ?? user.address}
        error={entry.errors.address}
        required
      />
      <Button look="plain">{words.changeAddress}</Button>
    </form>
    {!user.isAddressConfirmed && user.mailStop === null && (
      <form method="post" action="/settings/address">
        <input type="hidden" name="address" value={user.address} />
        <Button look="plain">{words.askAgain}</Button>
      </form>
    )}
  </div>
)
