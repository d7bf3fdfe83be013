import { expect, it } from 'vitest'
import { hour, noon } from '../../support/builders.ts'
import { eachStore } from '../../support/stores.ts'

const list = '/settings/payment-methods'
const left = (id: string, path: string) => ({ id, path, data: `{"of":"${id}"}` })

const at = (now: number) => ({ now, since: now - hour })

eachStore('The banners of a session', (fresh, behind) => {
  async function begun() {
    const { sessions } = await fresh()
    for (const id of ['mine', 'another']) await sessions.add(id, null, '{}', noon + hour)
    return sessions
  }

  it('are found by the page that says them, the newest first, until they are taken', async () => {
    const sessions = await begun()
    await sessions.leaveBanner('mine', left('first', list), at(noon))
    await sessions.leaveBanner('mine', left('second', list), at(noon + 1))
    await sessions.leaveBanner('mine', left('other page', '/settings'), at(noon + 2))
    const { id, data } = (await sessions.nextBanner('mine', list, noon)) ?? {}
    expect([id, data]).toEqual(['second', '{"of":"second"}'])
    expect(await sessions.takeBanner('second')).toBe(true)
    expect(await sessions.takeBanner('second')).toBe(false)
    expect((await sessions.nextBanner('mine', list, noon))?.id).toBe('first')
    expect(await sessions.nextBanner('mine', '/account', noon)).toBeNull()
  })

  it('are said by whatever page home leads to', async () => {
    const sessions = await begun()
    await sessions.leaveBanner('mine', left('welcome', '/'), at(noon))
    expect((await sessions.nextBanner('mine', list, noon))?.id).toBe('welcome')
  })

  it('are not of another session, nor of before', async () => {
    const sessions = await begun()
    await sessions.leaveBanner('mine', left('old', list), at(noon))
    expect(await sessions.nextBanner('another', list, noon)).toBeNull()
    expect(await sessions.nextBanner('mine', list, noon + 1)).toBeNull()
  })

  it('are forgotten with the next one, once they are old', async () => {
    const sessions = await begun()
    await sessions.leaveBanner('mine', left('old', list), at(noon))
    await sessions.leaveBanner('another', left('of another', list), at(noon))
    await sessions.leaveBanner('mine', left('new', list), at(noon + hour + 1))
    expect(await behind().all('select id from banners order by id')).toEqual([
      { id: 'new' },
      { id: 'of another' },
    ])
  })

  it('are left by whoever was signed out meanwhile, too, and forgotten after an hour', async () => {
    const sessions = await begun()
    await sessions.end('mine')
    await sessions.leaveBanner('mine', left('nobody reads', list), at(noon))
    await sessions.leaveBanner('another', left('new', list), at(noon + 1))
    await sessions.prune(noon + hour)
    expect(await behind().all('select id from banners')).toEqual([{ id: 'new' }])
  })
})
