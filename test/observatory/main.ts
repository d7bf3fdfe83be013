// npm run observatory: what Mozilla's HTTP Observatory would say of each kind of page.
import { pagesOfEachKind } from './pages.ts'
import { scoreOf } from './rules.ts'

let isGood = true
for (const [kind, page] of await pagesOfEachKind()) {
  const { score, grade, rules } = scoreOf(page)
  const counted = Object.entries(rules).filter(([, points]) => points !== 0)
  const why = counted.map(([rule, points]) => `${rule} ${points > 0 ? '+' : ''}${points}`).join(', ')
  console.log(
    `${kind.padEnd(26)}${String(page.status).padEnd(5)}${grade.padEnd(3)}${String(score).padStart(4)}  ${why}`,
  )
  if (grade !== 'A+') isGood = false
}
process.exit(isGood ? 0 : 1)
