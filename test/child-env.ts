import { tmpdir } from "node:os";

/**
 * What a program that a test starts gets of the run's own environment; nothing else of it may change what the program
 * does.
 */
export const childEnv = {
  PATH: process.env["PATH"] ?? "",
  TMPDIR: tmpdir(),
  NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"] ?? "",
} as const;
