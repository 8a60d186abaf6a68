// Loaded into the program when an older Node.js started it: when that process is killed, the program ends in order instead of living on unseen.
process.channel?.unref()
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
