/** The bar: how the whole stands, a part for each band in the bands' order, with its numbers in words beneath. */
import type { Report } from '../../model/report.ts'
import { bandsTold, describeBands } from '../../words/week.ts'

/** `<Bar bands={report.bands} locale="en-GB" />` */
export const Bar = ({ bands, locale }: Pick<Report, 'bands'> & { readonly locale: string }) => (
  <>
    <svg class="bar" viewBox={`0 0 ${width} 10`} preserveAspectRatio="none" aria-hidden="true">
      {partsOfBar(bands).map(({ band, from, to }) => (
        <rect class={band} x={from} width={to - from} height="10" />
      ))}
    </svg>
    <p class="small muted">{describeBands({ bands, locale })}</p>
  </>
)

const width = 400
const gap = 3

/** From where to where each band goes, in the order of the bar; nobody takes no room. */
export const partsOfBar = (bands: Report['bands']) => {
  const told = bandsTold.filter((band) => bands[band] > 0)
  const all = told.reduce((sum, band) => sum + bands[band], 0)
  const room = width - gap * (told.length - 1)
  let before = 0
  return told.map((band, index) => {
    const from = gap * index + Math.round((room * before) / all)
    before += bands[band]
    return { band, from, to: gap * index + Math.round((room * before) / all) }
  })
}
