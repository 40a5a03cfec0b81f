/**
 * Words of titles and posts that stand around a person's name, by their letters. A name that needs one of them to be
 * told is nobody's.
 */
export const TITLE_WORDS = [
  "mr mrs ms miss dr prof professor sir lord lady dame hon honourable honorable excellency h e he his her",
  "ambassador envoy special representative negotiator spokesperson spokesman spokeswoman diplomat consul general",
  "minister president prime vice deputy assistant secretary state foreign affairs defence defense chief head director",
  "senator governor chancellor chairman chairwoman chair speaker aide adviser advisor official senior acting former",
  "us american russian turkish ukrainian iranian russia ukraine turkey turkiye iran america states united",
  "of the to for and department ministry",
  "sayın bay bayan büyükelçi büyükelçisi elçi elçisi temsilci temsilcisi özel sözcü sözcüsü bakan bakanı bakanlığı",
  "başbakan başbakanı cumhurbaşkanı başkan başkanı yardımcısı yardımcı müsteşar müsteşarı dışişleri savunma daire",
  "başkonsolos başkonsolosu rus rusya abd amerikan amerika türk ukrayna ukraynalı iran iranlı eski heyet müzakereci baş",
  "господин госпожа г г-н г-жа посол посла послу послом посланник представитель спецпредставитель официальный",
  "министр министра министру министром замминистра глава главы президент президента премьер директор директора",
  "заместитель заместителя помощник госсекретарь госсекретаря секретарь сенатор пресс сотрудник временный поверенный",
  "иностранных дел обороны россии рф сша российский российского американский американского украины украинский мид мида",
  "департамента департамент в и по",
  "señor señora sr sra don doña embajador embajadora enviado enviada especial representante portavoz vocero diplomático",
  "ministro ministra presidente presidenta primer vicepresidente viceministro canciller secretario secretaria adjunto",
  "subsecretario subsecretaria asistente asesor jefe jefa director directora exteriores defensa estado asuntos cónsul",
  "ruso rusa estadounidense ucraniano turco iraní rusia ucrania turquía irán estados unidos ee uu eeuu",
  "de del la el los las en ex",
].join(" ");
