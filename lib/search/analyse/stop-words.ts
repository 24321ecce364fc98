/** Words that carry no topic, per language: not indexed, never a reason, and a hint of the language. */

const LISTS: Record<string, string> = {
  en: `a about after all also am an and any are aren't as at be because been before being but by can
    can't cannot could did didn't do does doesn't doing don't down each few for from further had has have
    having he her here hers him his how i i'd i'll i'm i've if in into is isn't it it's its just me more
    most my no nor not now of off on once only or other our ours out over own please same she should so
    some such than that that's the their them then there these they this those through to too under until
    up us very was wasn't we we're were what when where which while who why will with won't would you
    you're your yours hi hello hey dear thanks thank regards cheers sincerely best kind`,
  de: `aber alle allem allen aller alles als also am an auch auf aus bei beim bin bis bitte da damit dann
    das dass dein dem den denn der des dich die dies diese diesem diesen dieser dieses doch dort du durch
    ein eine einem einen einer eines er es euch euer für gibt habe haben hat hatte hier ich ihm ihn ihnen
    ihr ihre ihrem ihren im in ist ja jede jedem jeden jeder kann kein keine können mal man mein meine
    mich mir mit nach nicht noch nun nur ob oder ohne schon sehr sein seine seit sich sie sind so soll
    über um und uns unser unsere unter vom von vor war was weil wenn werden wie wieder wir wird wo wurde
    zu zum zur hallo guten tag danke dank viele grüße freundliche freundlichen grüßen`,
  es: `al algo ante antes como con contra cual cuando de del desde donde durante el ella en entre era es
    esa ese eso esta está este esto estoy fue ha hay hola la las le les lo los me mi más muy nada ni no
    nos o para pero por porque que qué se ser si sin sobre son su sus también te tiene todo un una y ya
    yo gracias saludos`,
  fr: `ai alors après au aux avec avez avons bonjour c'est car ce ces cela cette comme dans de des donc du
    elle en est et était être eux fait il ils j'ai je la le les leur lui ma mais me merci mes moi mon même
    n'est ne nos notre nous on ont ou où par pas plus pour quand que qui sa sans se ses si son sont sur ta
    te tes toi ton tous tout très tu un une vos votre vous y cordialement`,
  it: `a ai al alla anche avere c'è che chi ci come con da dal dei del della di dove e è era essere fa gli
    ha hanno ho i il in io la le lo ma mi mio ne nel nella noi non o per perché più può qual quando quello
    questa questo se si sono su sua suo un una uno ciao grazie buongiorno saluti`,
  nl: `aan al als altijd andere bij ben bent dan dat de deze die dit doch door dus een en er ge geen had
    heb hebben heeft het hier hij hoe ik in is ja je kan maar me meer met mijn naar niet nog nu of om ons
    onze ook op over te toch toen tot u uit uw van veel voor want was wat we wel werd wie wij wil worden
    zal ze zich zij zijn zo zou hallo bedankt groeten`,
  pt: `a ao aos as até com como da das de dela dele do dos e é ela ele em entre era essa esse esta está
    este eu foi há isso já lhe mais mas me mesmo meu minha muito na não nas no nos nós o os ou para pela
    pelo por qual quando que se sem ser seu sua só também te tem um uma você olá obrigado obrigada`,
  ru: `а без бы был была были было быть в вам вас весь во вот все всё вы да для до его ее если есть ещё же
    за здравствуйте и из или им их к как ко когда который кто ли мне мой мы на не него нет но о он она они
    оно от по при с со спасибо так такой там то тоже только у уже что чтобы это этот я`,
  sv: `alla alltså att av bara bli blir de dem den det detta din dig dom du där efter ej eller en er ett
    från för ha han har hej hon hur här i icke inte jag kan med men mig min mot mycket ni nu när och om
    oss på samt se ser sig sin ska som så till tack under upp ut var vi vid vill är`,
};

const STOP_WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(LISTS).map(([language, words]) => [language, new Set(words.split(/\s+/))]),
);

/** Languages whose stop words are known. */
export const LANGUAGES = Object.keys(LISTS);

/** `word` in lower case with straight apostrophes. */
export function isStopWord(word: string, language: string): boolean {
  return STOP_WORDS.get(language)?.has(word) ?? false;
}
