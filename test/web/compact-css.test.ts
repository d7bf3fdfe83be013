import { expect, it } from 'vitest'
import { compactCss } from '../../src/web/compact-css.ts'

it('leaves out comments, spaces and zeros that say nothing, and keeps what strings say', () => {
  const text = `/* why */
@layer a, b;

.one,
.two > p {
  /* and why */
  grid-template: "time outcome" / 1fr auto;
  margin: -0.25rem 10.05rem 0 0.5rem;

  &:hover { content: " · "; }
}
`
  expect(compactCss(text)).toBe(
    '@layer a,b;.one,.two > p{grid-template:"time outcome" / 1fr auto;margin:-.25rem 10.05rem 0 .5rem;&:hover{content:" · "}}',
  )
})
