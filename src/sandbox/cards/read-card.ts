// Card data as it comes in becomes what may be kept of it; the number and the CVC end here.
import { createHmac } from 'node:crypto'
import { incorrectCard } from '../errors/card-error.ts'
import { missingParameter } from '../errors/invalid-request.ts'
import type { BehaviourName } from './behaviours.ts'
import { brandOf, cvcLengthOf, passesLuhn } from './card-number.ts'
import { readExpiry } from './expiry.ts'
import { testCardOf } from './test-cards.ts'

export interface CardInput {
  number?: string | undefined
  exp_month?: string | number | undefined
  exp_year?: string | number | undefined
  cvc?: string | undefined
  preferredNetwork?: string | undefined
}

export interface Card {
  brand: string
  last4: string
  expMonth: number
  expYear: number
  country: string
  funding: string
  networks: string[]
  preferredNetwork: string | null
  fingerprint: string
  behaviour: BehaviourName
  cvcGiven: boolean
}

/** Throws a card error as Stripe does for what can be seen without asking the bank. */
export function readCard(input: CardInput, fingerprintKey: string, now: Date): Card {
  const number = readNumber(input.number)
  const brand = brandOf(number)
  if (!brand || !passesLuhn(number)) {
    throw incorrectCard('incorrect_number', 'Your card number is incorrect.', 'number')
  }
  const { month, year } = readExpiry(input.exp_month, input.exp_year, now)
  const cvcGiven = readCvc(input.cvc, brand)
  const { behaviour, country, funding, networks = [brand] } = testCardOf(number)
  return {
    brand,
    last4: number.slice(-4),
    expMonth: month,
    expYear: year,
    country,
    funding,
    networks,
    preferredNetwork: readPreference(input.preferredNetwork, networks),
    fingerprint: fingerprintOf(number, fingerprintKey),
    behaviour,
    cvcGiven,
  }
}

function readNumber(given: string | undefined): string {
  const number = given?.replaceAll(/[\s-]/g, '')
  if (!number) throw missingParameter('card[number]')
  if (/^\d{12,19}$/.test(number)) return number
  throw incorrectCard('invalid_number', 'The card number is not a valid credit card number.', 'number')
}

function readCvc(cvc: string | undefined, brand: string): boolean {
  if (cvc === undefined || cvc === '') return false
  if (/^\d+$/.test(cvc) && cvc.length === cvcLengthOf(brand)) return true
  throw incorrectCard('invalid_cvc', "Your card's security code is invalid.", 'cvc')
}

function readPreference(network: string | undefined, networks: string[]): string | null {
  return network !== undefined && networks.length > 1 && networks.includes(network) ? network : null
}

function fingerprintOf(number: string, key: string): string {
  const hash = createHmac('sha256', key).update(number).digest('base64')
  return hash.replaceAll(/[^0-9A-Za-z]/g, '').slice(0, 16)
}
