/** Every table in words: what is kept, why, and until when. */
import { dataMap, privacyWords as words } from '../../words/privacy.ts'

export const DataMap = () => (
  <div class="scroll">
    <table>
      <thead>
        <tr>
          <th scope="col">{words.thing}</th>
          <th scope="col">{words.why}</th>
          <th scope="col">{words.until}</th>
        </tr>
      </thead>
      <tbody>
        {Object.values(dataMap).map(({ what, why, until }) => (
          <tr>
            <th scope="row">{what}</th>
            <td>{why}</td>
            <td>{until}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
