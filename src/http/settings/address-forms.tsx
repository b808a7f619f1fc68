/** Where the Monday email goes, and asking for another address. */
import type { User } from '../../model/user.ts'
import { settingsWords } from '../../words/settings.ts'
import { Button, type FormEntry, InputField } from '../kit/forms.tsx'

export const AddressSection = ({ user, entry }: { readonly user: User; readonly entry: FormEntry }) => (
  <section class="card narrow">
    <h2>{settingsWords.whereItGoes}</h2>
    <p>{user.isAddressConfirmed ? settingsWords.whereItGoesHint : settingsWords.describeUnconfirmed(user.address)}</p>
    <form method="post" action="/settings/address">
      <InputField
        id="address"
        name="address"
        type="email"
        label={settingsWords.newAddress}
        value={entry.values.address ?? user.address}
        error={entry.errors.address}
        required
      />
      <p class="actions">
        <Button look="plain">{settingsWords.changeAddress}</Button>
      </p>
    </form>
    {!user.isAddressConfirmed && user.mailStop === null && (
      <form method="post" action="/settings/address">
        <input type="hidden" name="address" value={user.address} />
        <Button look="plain">{settingsWords.askAgain}</Button>
      </form>
    )}
  </section>
)
