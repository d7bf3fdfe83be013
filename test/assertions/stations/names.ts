// Assertions 13 and 26, by the tree that the browser gives to assistive technology.

import type { Page } from 'playwright-core'
import type { Findings } from '../table/assertion.ts'
import { ask } from './ask.ts'
import type { Sight } from './sight.ts'

const controls = new Set(
  'button link textbox searchbox combobox listbox checkbox radio spinbutton slider switch menuitem tab DisclosureTriangle Date'.split(
    ' ',
  ),
)

export interface Control {
  readonly role: string
  readonly name: string
  readonly expanded: boolean | undefined
  readonly focused: boolean
}

/** Every control as it is told. */
export async function controlsOf(page: Page): Promise<Control[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  return nodes
    .filter((node) => !node.ignored && controls.has(node.role?.value))
    .map(({ role, name, properties }) => ({
      role: role?.value,
      name: String(name?.value ?? '')
        .replace(/\s+/g, ' ')
        .trim(),
      expanded: properties?.find((property) => property.name === 'expanded')?.value.value,
      focused: properties?.find((property) => property.name === 'focused')?.value.value === true,
    }))
}

interface Card {
  readonly brand: string
  readonly last4: string
  /** The text within its kebab. */
  readonly kebab: string
}

export async function names({ page }: Sight): Promise<Findings> {
  const told = await controlsOf(page)
  const cards = await ask<Card[]>(
    page,
    `return modal ? [] : all('.cards > li, li.card').filter((each) => each.querySelector('.kebab')).map((each) => ({
      brand: textOf(each.querySelector('.card-name b')),
      last4: each.querySelector('.last4') ? textOf(each.querySelector('.last4')) : '',
      kebab: textOf(each.querySelector('.kebab .menu-button')),
    }))`,
  )
  const buttons = told.filter(({ role }) => role === 'button').map(({ name }) => name)
  const unnamed = cards.filter(
    ({ brand, last4, kebab }) => !buttons.includes(kebab) || !kebab.includes(brand) || !kebab.includes(last4),
  )
  return {
    13: told.filter(({ name }) => name === '').map(({ role }) => `a ${role} without a name`),
    26: cards.length === 0 ? null : unnamed.map(({ brand, last4, kebab }) => `${brand} ${last4}: “${kebab}”`),
  }
}
