/** The groups with their rhythms, and who is left out: each leads to its own page. */
import { dayOf } from '../../words/dates.ts'
import { describeGroupShort, describeLeftOutShort, settingsWords as words } from '../../words/settings.ts'
import { filterHref, noFilter } from '../people/filter.ts'
import type { ViewProps } from './view.ts'

export const GroupsSection = ({ view: { user, groups } }: ViewProps) => (
  <section class="cols" id="groups">
    <div>
      <h2>{words.groups}</h2>
      <p class="muted">{words.groupsHint}</p>
    </div>
    <div>
      {groups.length === 0 ? (
        <p>{words.noGroups}</p>
      ) : (
        <ul class="pairs rows">
          {groups.map(({ name, size, rhythm }) => (
            <li>
              <p>
                <a href={filterHref(noFilter, { group: name })}>{name}</a>
              </p>
              <span class="muted">{describeGroupShort(size, rhythm, user.locale)}</span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a class="linky" href="/people/groups">
          {words.seeGroups}
        </a>
      </p>
    </div>
  </section>
)

export const LeftOutSection = ({ view: { user, leftOut, now } }: ViewProps) => (
  <section class="cols" id="left-out">
    <div>
      <h2>{words.leftOut}</h2>
      <p class="muted">{words.leftOutHint}</p>
    </div>
    <div>
      <p>{describeLeftOutShort(leftOut, dayOf(user, now))}</p>
      <p class="row">
        <a class="linky" href="/people/excluded">
          {words.seeLeftOut}
        </a>
        <a class="linky" href="/people/corrections">
          {words.corrections}
        </a>
      </p>
    </div>
  </section>
)
