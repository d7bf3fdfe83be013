import { expect, it } from 'vitest'
import { hindranceOf, type Standing } from '../../src/privacy/hindrance.ts'

function at(role: Standing['role'], ...others: Standing['others']): Standing {
  return { companyId: 'atelier', companyName: 'Atelier Lumière', role, others }
}

it('an owner stays until the company is somebody else’s, or gone', () => {
  expect(hindranceOf([at('owner', 'administrator')])).toEqual({
    why: 'owner',
    companyId: 'atelier',
    companyName: 'Atelier Lumière',
  })
})

it('whoever alone sees to payments stays, and nobody else for that', () => {
  expect(hindranceOf([at('billing', 'developer')])).toMatchObject({ why: 'last for billing' })
  expect(hindranceOf([at('billing', 'developer', 'administrator')])).toBeNull()
  expect(hindranceOf([at('developer')])).toBeNull()
})

it('each of their companies counts, and whoever has none may go', () => {
  expect(hindranceOf([at('billing', 'owner'), at('owner')])).toMatchObject({ why: 'owner' })
  expect(hindranceOf([])).toBeNull()
})
