import { useSyncExternalStore } from 'react'
import type { Language } from '#kit/text.ts'

/** What this person prefers on this device. `larger` is for eyes that want bigger type. */
export type Preferences = { readonly language: Language; readonly larger: boolean; readonly campaign: string | null }

const place = 'zoufang.preferences'
const first: Preferences = { language: 'zh', larger: false, campaign: null }

const load = (): Preferences => {
  try {
    const kept: Partial<Preferences> = JSON.parse(localStorage.getItem(place) ?? '{}')
    return { language: kept.language === 'en' ? 'en' : 'zh', larger: kept.larger === true, campaign: kept.campaign ?? null }
  } catch {
    return first // storage is closed (private window) or holds something else: begin afresh
  }
}

let now = load()
const listeners = new Set<() => void>()

export const preferences = (): Preferences => now

export const prefer = (change: Partial<Preferences>): void => {
  now = { ...now, ...change }
  try {
    localStorage.setItem(place, JSON.stringify(now))
  } catch {
    // not kept beyond this page; nothing else is lost
  }
  for (const tell of listeners) tell()
}

const subscribe = (tell: () => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, preferences)
