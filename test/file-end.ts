import { afterAll } from "vitest";
import { removeFolders } from "./folder.ts";

// Runs for every test file, also where files share a process. At the file's end and not at each test's: a file's tests
// may run side by side.
afterAll(removeFolders);
