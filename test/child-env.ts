import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * What a program that a test starts gets of the run's own environment; nothing else of it may change what the program
 * does.
 */
export const childEnv = {
  PATH: process.env["PATH"] ?? "",
  TMPDIR: tmpdir(),
  NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"] ?? "",
} as const;

/** What Node is told before a script that a test starts, so that it loads as fast as Talks itself does. */
export const LOADS_FAST = ["--import", join(import.meta.dirname, "..", "src", "app", "whole-names.js")] as const;
