import { createLink } from '@tanstack/react-router'
import { Button } from 'antd'

/** A link that looks like a button: it opens in a new tab, is announced as a link, and preloads. */
export const LinkButton = createLink(Button)
