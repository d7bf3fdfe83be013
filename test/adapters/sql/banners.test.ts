import { expect, it } from 'vitest'
import { hour, noon } from '../../support/builders.ts'
import { eachStore } from '../../support/stores.ts'

const list = '/settings/payment-methods'
const left = (id: string, path: string) => ({ id, path, data: `{"of":"${id}"}` })

eachStore('The banners of a session', (fresh, behind) => {
  async function begun() {
    const { sessions } = await fresh()
    for (const id of ['mine', 'another']) await sessions.add(id, null, '{}', noon + hour)
    return sessions
  }

  it('are found by the page that says them, the newest first, until they are taken', async () => {
    const sessions = await begun()
    await sessions.leaveBanner('mine', left('first', list), noon)
    await sessions.leaveBanner('mine', left('second', list), noon + 1)
    await sessions.leaveBanner('mine', left('other page', '/settings'), noon + 2)
    const { id, data } = (await sessions.nextBanner('mine', list, noon)) ?? {}
    expect([id, data]).toEqual(['second', '{"of":"second"}'])
    expect(await sessions.takeBanner('second')).toBe(true)
    expect(await sessions.takeBanner('second')).toBe(false)
    expect((await sessions.nextBanner('mine', list, noon))?.id).toBe('first')
    expect(await sessions.nextBanner('mine', '/account', noon)).toBeNull()
  })

  it('are said by whatever page home leads to', async () => {
    const sessions = await begun()
    await sessions.leaveBanner('mine', left('welcome', '/'), noon)
    expect((await sessions.nextBanner('mine', list, noon))?.id).toBe('welcome')
  })

  it('are not of another session, nor of before', async () => {
    const sessions = await begun()
    await sessions.leaveBanner('mine', left('old', list), noon)
    expect(await sessions.nextBanner('another', list, noon)).toBeNull()
    expect(await sessions.nextBanner('mine', list, noon + 1)).toBeNull()
  })

  it('go with their session', async () => {
    const sessions = await begun()
    for (const id of ['mine', 'another']) await sessions.leaveBanner(id, left(`of ${id}`, list), noon)
    await sessions.end('mine')
    expect(await behind().all('select id from banners')).toEqual([{ id: 'of another' }])
    await sessions.prune(noon + hour)
    expect(await behind().all('select id from banners')).toEqual([])
  })
})
