/** The user's data: to take along, to bring back, and to be rid of. */
import { settingsWords as words } from '../../words/settings.ts'
import { Fold } from '../kit/fold.tsx'
import { CheckField, LinkButton } from '../kit/forms.tsx'
import type { ViewProps } from './view.ts'

export const DataSection = ({ view: { entry } }: ViewProps) => (
  <section class="cols" id="data">
    <div>
      <h2>{words.yourData}</h2>
      <p class="muted">{words.yourDataHint}</p>
    </div>
    <div>
      <p class="row">
        <LinkButton look="plain" href="/your-data">
          {words.exportEverything}
        </LinkButton>
        <a class="linky" href="/your-data/people.csv" download>
          {words.csv}
        </a>
        <a class="linky" href="/your-data/people.vcf" download>
          {words.vcard}
        </a>
        <a class="linky" href="/your-data#import">
          {words.importData}
        </a>
        <a class="linky" href="/privacy">
          {words.privacy}
        </a>
      </p>
      <div class="rows after">
        <Fold title={words.deleteEverything} isOpen={entry.errors.sure !== undefined}>
          <form method="post" action="/settings/delete" class="stack" id="delete">
            <p>{words.deleteHint}</p>
            <CheckField id="sure" name="sure" label={words.sure} error={entry.errors.sure} required />
            <button type="submit" class="button plain stop">
              {words.deleteEverything}
            </button>
          </form>
        </Fold>
      </div>
    </div>
  </section>
)
