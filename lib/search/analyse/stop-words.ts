/** Words that carry no topic, per language: not indexed, never a reason, and a hint of the language. */
import { plainSpelling } from '@/lib/search/analyse/fold';
import { languageOfWord } from '@/lib/search/analyse/stemmers';

const LISTS: Record<string, string> = {
  en: `a about after all also am an and any are aren't as at be because been before being between but by can
    can't cannot could did didn't do does doesn't doing don't down each few for from further had has have
    having he her here hers him his how i i'd i'll i'm i've however if in into is isn't it it's its just me more
    most my no nor not now of off on once only or other our ours out over own please same she should so
    some such than that that's the their them then there these they this those through to too under until
    up us very was wasn't we we're were what when where which while who why will with won't would you
    within without you're your yours hi hello hey dear thanks thank regards cheers sincerely best kind`,
  de: `aber alle allem allen aller alles als also am an auch auf aus bei beim bin bis bitte da damit
    dann das dass daß dein dem den denn der des dich die dies diese diesem diesen dieser dieses doch dort du
    durch ein eine einem einen einer eines er es etwas euch euer für gegen gerade gibt habe haben hat hatte
    hier ich ihm ihn ihnen ihr ihre ihrem ihren im immer in ist ja jede jedem jeden jeder jetzt kann kein
    keine keinen können könnte leider mal man mehr mein meine meinem meinen meiner mich mir mit möchte muss
    nach nicht nichts noch nun nur ob oder ohne schon sehr sein seine seit sich sie sind so soll sondern über
    um und uns unser unsere unserem unseren unserer unter vom von vor war warum was weil wenn wer werden wie
    wieder wir wird wo wurde wurden zu zum zur zwischen hallo guten tag danke dank viele vielen grüße
    freundliche freundlichen grüßen liebe`,
  es: `a al algo alguien algún alguna ante antes aquí así aún aunque cada como con contra cual cuál cuando
    cuándo de del desde donde dónde durante el él ella ellos en entre era es esa ese eso está están estaba
    esta este esto estos estas estoy fue ha han hace hacer hasta hay hemos he la las le les lo los me mi mis
    más mientras muy nada ni no nos nosotros nuestra nuestro o otra otro para pero poder por porque puede
    puedo qué que quien quiero se sea ser si sí siempre sin sobre solo sólo son soy su sus también tengo tenemos
    tiene todo todos toda todas tras tu un una uno unos unas usted y ya yo hola buenos buenas días tardes
    gracias saludos favor`,
  fr: `a ai alors après as au aucun aucune aussi autre aux avant avec avez avoir avons bonjour c'est car ce cela
    celle celui ces cet cette chaque chez comme comment d'un d'une dans de depuis des deux donc du elle elles
    en encore entre est et étaient était été êtes être eux fait faire faut il ils j'ai je jusqu l'on la le les
    leur leurs lorsqu lui ma mais me même merci mes moi mon n'a n'ai n'est ne ni nos notre nous on ont ou où
    par pas pendant peut peux plus pour pourquoi pouvez puis puisqu qu qu'il quand que quel quelle quelqu qui
    quoi sa sans se ses si son sont sous suis sur ta te tes toi ton toujours tous tout toute toutes très trop
    tu un une vers veux vos votre vous y cordialement salut`,
  it: `a abbiamo ad agli ai al all alla alle allo anche ancora avere aveva bell c'è che chi ci cioè come con
    cosa così cui da dal dall dalla dalle dei del dell della delle dello di dopo dove due e è ed era erano
    essere fa fare fatto fino fra gli ha hai hanno ho i il in io la le lei lo loro ma me mentre mi mia mio
    molto ne nei nel nell nella nelle nessun nessuna niente noi non nostra nostro o ogni oppure per
    perché però più poi possiamo posso può prima qual quale quando quanto quell quella quello quest questa
    queste questi questo qui sarà se sei sempre senza si sia siamo solo sono sta stato su sua sul sull sulla
    suo sto tra tutti tutto un un' una uno va vi viene voi ciao grazie buongiorno buonasera saluti salve cordiali`,
  nl: `aan al alle alleen als altijd andere bij ben bent dan dat de deze die dit doch doe doen door dus een
    eens elke en er gaat ge geen graag had heb hebben hebt heeft het hier hij hoe ik iets in is ja je jullie
    kan kon kunnen krijg maar me meer met mij mijn moet moeten na naar niet niets nog nu of om omdat
    onder ons onze ook op over sinds steeds te tegen terwijl toch toen tot tussen u uit uw van vanaf veel via
    volgens voor waar waarom want wanneer was wat we wel werd weer welke werden wie wij wil wilde wilt worden
    wordt zal ze zeer zelf zich zien zij zijn zo zonder zou hallo beste bedankt dank groet groeten vriendelijke
    alvast`,
  pt: `a agora ainda ao aos apenas as às até cada com como da das de dela dele depois desde do dos e é
    ela elas ele eles em então entre era essa esse esses está estão estava esta estamos estas este estes estou
    eu faz fazer foi foram há isso isto já lhe mais mas me mesmo meu meus minha minhas muito muita na nada não
    nas nem nenhum nenhuma no nos nós nossa nosso num numa o onde os ou para pela pelas pelo pelos pode posso
    por porque porquê pra qual quando quanto que quem quero se sem sempre ser seu seus será só sobre somente
    sou sua suas também te tem têm temos tenho ter toda todas todo todos tudo um uma umas uns vai você vocês
    olá oi bom boa dia tarde obrigado obrigada atenciosamente favor`,
  ru: `а без бы был была были было быть в вам вас весь во вот все всё вы да даже для до его ее её если есть ещё
    еще же за здравствуйте здравствуй и из или им их к как какая какой ко когда кто куда ли меня мне мной мой
    моя мы на над нам нас наш наша не него нее нет ни ничего но ну о об он она они оно от очень перед по под
    после почему пожалуйста при про раз с сам себя сейчас со спасибо так такая такой там тебе тем то тогда тоже
    только том тот тут ты у уже уважением хотя чего чем что чтобы эта эти это этого этой этом этот я день добрый`,
  sv: `all alla allt alltså att av bara bli blir blev borde då de dem den denna deras dess det detta din dig
    dina dock dom du där efter ej eller en er era ett fick finns för från få får går ha hade han har hej hon
    hur här i icke in inga ingen inget innan inte jag ju kan kunde kommer man med mellan men mer mig min mina
    mitt mot mycket måste ni nu när någon något några nära och om oss på samma samt sedan ser sig sin sina
    sitt ska skulle som så till tack trots två under upp ut utan vad var vara varför vem vi vid vilka vilken
    vill vår våra vårt vänliga hälsningar mvh är även`,
  da: `af alle alt at bare blev blevet bliver da de dem den denne der deres det dette dig din du efter eller
    en end er et få får fik for fordi fra gør ham han har havde hej hende her hos hun hvad hvis hvor hvordan
    hvorfor hvornår i igen ikke ind jeg jer kan kunne kommer lige man med meget mellem men mig min mine mit må
    når nu og også om op os over på så sig sin skal som synes tak til ud uden under var ved venlig hilsen vi
    vil være været`,
  no: `alle alt at av bare ble blir blitt da de dem den denne der deres det dette deg din du eller en enn er
    et etter få får fikk for fordi fra gjør ham han har hadde hei henne her hos hun hva hvis hvor hvordan
    hvorfor i igjen ikke inn jeg kan kunne kommer man med meg mellom men min mine mitt må når nå noe noen og
    også om opp oss over på så seg sin skal som takk til ut uten under var ved vennlig hilsen vi vil være vært`,
  ja: `です ます ません ました でした した して する され さん なる ない から まで より ので のに でも ては には とは では
    この その あの これ それ あれ ここ そこ どこ よう こと もの ため とき ところ だけ しか ください お願い よろしく
    いたし おり ござい しまい しまう でき できる できない ように という といった について に対して すると しない ている
    られ れる なって なった ありがとう こんにちは すみません いただ いただき いただけ ましたら しました ですが ますが
    ございます お世話 なりました おります どうすれば 場合 教えて 以上`,
  zh: `的 了 是 在 我 你 您 他 她 它 们 不 有 和 就 都 一 也 很 到 这 那 吗 呢 吧 啊 与 或 被 把 对 从 为 而 之 个 上 下
    中 要 会 能 请 再 又 还 只 没 让 给 用 時 时 這 們 個 請 還 為 與 從 對 嗎 我们 你们 他们 一个 这个 那个 什么 怎么
    如果 但是 因为 所以 可以 没有 已经 还是 就是 为什么 我們 這個 那個 什麼 怎麼 因為 沒有 已經 為什麼 谢谢 謝謝 你好 您好`,
  ko: `그 이 저 것 수 등 및 또는 그리고 그러나 하지만 그런데 그래서 때문 때문에 합니다 했습니다 입니다 있습니다 없습니다
    하는 하고 해서 하면 않습니다 않아요 있어요 없어요 어떻게 무엇 왜 언제 어디 여기 저희 우리 제가 저는 계속 다시 안녕하세요
    감사합니다 부탁드립니다 주세요 해주세요 경우 있는 없는 되는 됩니다 됐어요 되지 않는 있나요 없나요 싶어요 싶습니다 같은 대한 대해 위해`,
  th: `ที่ และ ใน ของ เป็น มี ไม่ ได้ ให้ จะ ว่า กับ แต่ หรือ ก็ นี้ นั้น มา ไป อยู่ แล้ว จาก โดย เพื่อ ถ้า เมื่อ คือ
    ครับ ค่ะ คะ ผม ฉัน เรา คุณ ช่วย ขอ สวัสดี ขอบคุณ ทำ อะไร ยัง ไหม ด้วย ต้อง การ ความ`,
};

const STOP_WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(LISTS).map(([language, words]) => [language, withPlainSpellings(words, language)]),
);

/** Many write `mas` for `más` and `fuer` for `für`. */
function withPlainSpellings(words: string, language: string): ReadonlySet<string> {
  const listed = words.split(/\s+/);
  return new Set([...listed, ...listed.map((word) => plainSpelling(word, language))]);
}

const LANGUAGES_OF = new Map<string, string[]>();
for (const [language, words] of STOP_WORDS) {
  for (const word of words) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), language]);
}

/** The languages of which `word` (lower case, straight apostrophes) is a stop word. */
export function languagesOfStopWord(word: string): readonly string[] {
  return LANGUAGES_OF.get(word) ?? [];
}

/** `word` in lower case with straight apostrophes, in a text of `language`. */
export function isStopWord(word: string, language: string): boolean {
  return STOP_WORDS.get(languageOfWord(word, language))?.has(word) ?? false;
}
