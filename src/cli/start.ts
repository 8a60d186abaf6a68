import { environmentOf } from '#server/environment.ts'
import { serve } from '#server/serve.ts'
import { loadDemo } from './demo.ts'

/* What `npm start` runs: the server, with the demo on the first start unless --empty. */
await serve(() => environmentOf(process.env, process.argv.slice(2)), loadDemo)
