/** Milliseconds that a thread may take over a file in a test; a busy machine needs many to start one. */
export const LONG_READ = 300_000;
