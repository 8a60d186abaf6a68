/** UUIDv7 made by whoever creates the thing, also offline. Branded: an Id<'org'> is not an Id<'person'>. */
export type Id<Of extends string> = string & { readonly of: Of }

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

export const isId = (text: string): boolean => pattern.test(text)

export type TenantId = Id<'tenant'>
export type CampaignId = Id<'campaign'>
export type OrgId = Id<'org'>
export type PersonId = Id<'person'>
export type PlaceId = Id<'place'>
export type SubjectId = Id<'subject'>
export type TeamId = Id<'team'>
export type RecordId = Id<'record'>
export type AccountId = Id<'account'>
export type BulletinId = Id<'bulletin'>
export type NoticeId = Id<'notice'>
export type DraftId = Id<'draft'>
export type OpId = Id<'op'>
export type SessionId = Id<'session'>
