import { useSyncExternalStore } from 'react'

const query = typeof window === 'undefined' ? null : window.matchMedia('(max-width: 760px)')

const subscribe = (tell: () => void) => {
  query?.addEventListener('change', tell)
  return () => query?.removeEventListener('change', tell)
}

/** Whether the screen is a phone's: lists become cards, pickers become sheets. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => query?.matches ?? false)
