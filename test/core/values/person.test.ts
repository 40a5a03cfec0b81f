import fc from "fast-check";
import { expect, it } from "vitest";
import { isDescription, personLikeness } from "#core/values/person.ts";
import { anyText } from "#test/any-text.ts";

const person = (id: string, name: string, ...aliases: readonly string[]) => ({ id, name, aliases });
const people = [
  person("darchiev", "Alexander Darchiev", "Aleksandr Darchiyev"),
  person("coulter", "Sonata Coulter"),
  person("bruce", "Tammy Bruce"),
  person("lavrov", "Sergey Lavrov"),
  person("rubio", "Marco Rubio"),
  person("araghchi", "Abbas Araghchi"),
];

it.each([
  ["alexander DARCHIEV", "darchiev"],
  ["Aleksandr  Darchiyev", "darchiev"],
  ["rubio", "rubio"],
])("knows %s by a held spelling", (typed, id) => {
  expect(personLikeness(typed, people)).toEqual({ kind: "exact", id });
});

it.each([
  ["Ambassador Alexander Darchiev", "darchiev", "title"],
  ["Ambassador Darchiev", "darchiev", "title"],
  ["Russian Ambassador to the United States Alexander Darchiev", "darchiev", "title"],
  ["U.S. Secretary of State Marco Rubio", "rubio", "title"],
  ["Büyükelçi Aleksandr Darçiyev", "darchiev", "title"],
  ["Dışişleri Bakanı Sergey Lavrov", "lavrov", "title"],
  ["посол Александр Дарчиев", "darchiev", "title"],
  ["министр иностранных дел Сергей Лавров", "lavrov", "title"],
  ["Alexander Nikitich Darchiev", "darchiev", "patronymic"],
  ["Александр Никитич Дарчиев", "darchiev", "patronymic"],
  ["Sergey Viktorovich Lavrov", "lavrov", "patronymic"],
  ["Darchiev, Alexander", "darchiev", "order"],
  ["Darchiev Alexander", "darchiev", "order"],
  ["Lavrov, Sergey", "lavrov", "order"],
  ["Александр Дарчиев", "darchiev", "script"],
  ["Сергей Лавров", "lavrov", "script"],
  ["Соната Коултер", "coulter", "script"],
  ["Тэмми Брюс", "bruce", "script"],
  ["Aleksandr Darçiyev", "darchiev", "spelling"],
  ["Aleksandr Dartschijew", "darchiev", "spelling"],
  ["A. Darchiev", "darchiev", "initials"],
  ["A.N. Darchiev", "darchiev", "initials"],
  ["Aleksandr Darciev", "darchiev", "slip"],
  ["Sergei Lavrov", "lavrov", "spelling"],
  ["Abbas Araqchi", "araghchi", "slip"],
  ["Sonata Colter", "coulter", "slip"],
  ["Abbas Araghchi Jr", "araghchi", "more"],
  ["Darczijew", "darchiev", "surname"],
  ["John Darchiev", "darchiev", "surname"],
])("takes %s for a likeness of %s by its %s", (typed, id, why) => {
  expect(personLikeness(typed, people)).toEqual({ kind: "likely", candidates: [{ id, why }] });
});

it.each([
  ["Pedro Abbas", [{ id: "yasser", why: "surname" }]],
  ["Minister Abbas", [{ id: "yasser", why: "title" }]],
  ["Abbas Haddad", [{ id: "yasser", why: "surname" }]],
  ["Edson Garrincha", [{ id: "one", why: "more" }]],
])("takes a surname that is held alone for what it is in the whole name: %s", (typed, candidates) => {
  const held = [person("yasser", "Yasser Abbas", "Abbas"), person("one", "Garrincha")];
  expect(personLikeness(typed, held)).toEqual({ kind: "likely", candidates });
});

it.each([
  "Sergei Ryabkov",
  "Alexander Lukashenko",
  "Vladimir Putin",
  "Steve Witkoff",
  "Ambassador",
  "Sergey",
  "Владимир Путин",
  "U.S.",
])("takes %s for nobody who is held", (typed) => {
  expect(personLikeness(typed, people)).toEqual({ kind: "new", compared: true });
});

it("says of a script that is not read that it was not compared", () => {
  expect(personLikeness("دارتشيف", people)).toEqual({ kind: "new", compared: false });
});

it("puts the likelier of several first", () => {
  const two = [person("other", "Dmitry Darchiev"), ...people];
  const found = personLikeness("Ambassador Alexander Darchiev", two);
  expect(found).toMatchObject({ kind: "likely", candidates: [{ id: "darchiev", why: "title" }, { id: "other" }] });
});

it("finds a held person behind any title, in any order, and never as the same", () => {
  const title = fc.constantFrom(
    "Ambassador",
    "Mr.",
    "Dr",
    "Büyükelçi",
    "Sayın",
    "посол",
    "министр",
    "Deputy Foreign Minister",
  );
  fc.assert(
    fc.property(fc.constantFrom(...people), title, fc.boolean(), ({ id, name }, before, turned) => {
      const said = turned ? name.split(" ").toReversed().join(", ") : name;
      expect(personLikeness(`${before} ${said}`, people)).toMatchObject({
        kind: "likely",
        candidates: [{ id, why: "title" }],
      });
    }),
  );
});

it("never throws, whatever is typed", () => {
  fc.assert(fc.property(anyText(), (typed) => personLikeness(typed, people).kind.length > 0));
});

it.each([
  "a senior U.S. official",
  "the White House",
  "one Western diplomat",
  "источник в делегации",
  "bir üst düzey yetkili",
])("takes %s for what somebody is", (words) => {
  expect(isDescription(words)).toBe(true);
});

it.each(["Abbas Araghchi", "al-Busaidi Badr", "von der Leyen", "coulter", "Хакан Фидан", "عباس عراقچی"])(
  "takes %s for a name",
  (words) => {
    expect(isDescription(words)).toBe(false);
  },
);
