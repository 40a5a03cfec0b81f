import { run } from "#src/app/cli.ts";

// Several lines of the program in one process, each as its start would run it: to start takes longer than to answer.
// `[[argv, env], …]` → `[{ code, out, err }, …]`, both as JSON.
const lines = JSON.parse(process.argv[2] ?? "[]") as readonly (readonly [string[], Record<string, string>])[];
const ended: unknown[] = [];
const print = process.stdout.write.bind(process.stdout);
const told = { out: "", err: "" };
process.stdout.write = (text) => ((told.out += String(text)), true);
process.stderr.write = (text) => ((told.err += String(text)), true);
for (const [argv, env] of lines) {
  Object.assign(told, { out: "", err: "" });
  Object.assign(process.env, env);
  const code = await run(argv);
  ended.push({ code, ...told });
  for (const name of Object.keys(env)) delete process.env[name];
}
print(JSON.stringify(ended));
