import { expect, it } from 'vitest'
import { compactCss } from '../../src/web/compact-css.ts'

it('leaves out comments and the space around braces, and keeps what strings say', () => {
  const text = `/* why */
@layer a, b;

.one,
.two > p {
  /* and why */
  grid-template: "time outcome" / 1fr auto;

  &:hover { content: " · "; }
}
`
  expect(compactCss(text)).toBe(
    '@layer a, b;.one, .two > p{grid-template:"time outcome" / 1fr auto;&:hover{content:" · "}}',
  )
})
