/** Today on this device, for what must not lie in the future. */
export const todayHere = (): string => {
  const now = new Date()
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
}

/** Today, or the nearest day of the campaign. */
export const likelyDay = (window: { readonly from: string; readonly to: string }): string => {
  const today = todayHere()
  return today < window.from ? window.from : today > window.to ? window.to : today
}
