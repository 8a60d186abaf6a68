import { createContext } from 'react'

/** Whether a form is only tried out: nothing of what is put into it leaves this browser. */
export const Trying = createContext(false)
