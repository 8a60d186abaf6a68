// A small machine, every commit durable.
const table = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '60',
  password_encryption: 'scram-sha-256',

  shared_buffers: '64MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_worker_processes: '4',
  max_parallel_workers_per_gather: '1',
  autovacuum: 'on',
  autovacuum_max_workers: '2',
  io_workers: '2',
  jit: 'off',
  huge_pages: 'off',

  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  wal_level: 'replica',
  max_wal_senders: '2',
  min_wal_size: '80MB',
  max_wal_size: '512MB',
  checkpoint_timeout: '10min',
  wal_compression: 'pglz',

  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  idle_in_transaction_session_timeout: '10min',

  // A week of logs, one file a day. Terse and without statements: what people entered does not belong into a log.
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgresql-%a.log',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_truncate_on_rotation: 'on',
  log_file_mode: '0600',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
}

/** The file of settings. It is written anew at each start; an administrator's own (ALTER SYSTEM) are read after it and win. */
export const settings = (socket: string): string =>
  Object.entries({ ...table, unix_socket_directories: socket.replaceAll("'", "''") })
    .map(([key, value]) => `${key} = '${value}'\n`)
    .join('')
