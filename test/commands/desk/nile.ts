import { EMPTY_LIBRARY } from "#core/desk/library-view.ts";
import { servers, type TestServer } from "#test/servers.ts";

const host = await servers(EMPTY_LIBRARY);
let made = 0;

/** A desk that follows one negotiation, all of it made in chat: two rounds, three people, a place, four facts. */
export async function nile(id: string): Promise<TestServer> {
  // Test files share this module: no two of their desks are one, whatever they are called.
  const desk = await host.server({ platform: "slack", id: `${id}-${(made += 1)}` });
  const lines = [
    'facts talks add "First round, Geneva" negotiation:"Nile dam talks" parties:"Egypt, Ethiopia; mediator Switzerland"',
    'facts talks add "Second round, Cairo" negotiation:"Nile dam talks"',
    'facts person add "Ida Ray" party:Egypt also:"I. Ray"',
    'facts person add "Ayda Reyes" party:Egypt',
    'facts person add "Omar Sol" party:Ethiopia',
    "facts place add Geneva kind:city",
    'facts add led side:Egypt person:"Ida Ray" talks:"First round, Geneva" source:"new: Gazette" paragraph:1',
    'facts add led side:Egypt person:"Ayda Reyes" talks:"First round, Geneva" source:"new: Herald" paragraph:2',
    'facts add led side:Ethiopia person:"Omar Sol" talks:"First round, Geneva" source:Gazette paragraph:2',
    'facts add venue city:Geneva talks:"First round, Geneva" source:Gazette paragraph:3',
  ];
  for (const line of lines) {
    const { refusal, form, text } = await desk.say(line);
    if (refusal !== undefined || form !== undefined) throw new Error(`${line}\n${text}`);
  }
  return desk;
}
