import { createLink } from '@tanstack/react-router'
import { Button, type ButtonProps } from 'antd'

type Props = Omit<ButtonProps, 'type'> & {
  /** The button's type: the router keeps the word `type` for itself. */ readonly tone?: ButtonProps['type']
}

const Anchor = ({ tone, ...rest }: Props) => <Button {...rest} {...(tone === undefined ? {} : { type: tone })} />

/** A link that looks like a button: it opens in a new tab, is announced as a link, and preloads. */
export const LinkButton = createLink(Anchor)
