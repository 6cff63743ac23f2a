// What people say of themselves, each line one made-up person. Nobody is meant; the words were written for this.
import { pick, type Random } from './random.ts';

export type Origin = 'no' | 'se' | 'ar' | 'ta' | 'uk' | 'pl' | 'so';

/** One person's own words, in the language and script they use themselves. */
export interface Voice {
  origin: Origin;
  /** What matters to them. */
  says: string;
  goal: { title: string; wanted: string; present: string; ways: string };
  doing: string;
  /** How somebody asked for them, or they did. */
  asked: string;
  goodAt: string;
  helped: string;
  wish: string;
}

const written = `
no | Jeg vil lære datteren min å sykle før skolestart | Være far på ettermiddagene | to faste dager i uka | ser henne annenhver søndag | samtale på familievernkontoret, faste tider | Pumpe dekkene på den lille sykkelen | Spør om det er noen som kan møte ham på kveldstid. | Kan alt om sykler. | Å ha noe i hendene. | Et sted å skru om vinteren
no | Jeg vil våkne uten å være redd for postkassa | Oversikt over brevene | én mappe, ett tall | tre poser i gangen | åpne ti brev sammen på mandager | Sortere én pose | Ringte selv. Gruer seg til posten kommer. | Husker alle bursdager. | At noen satt ved siden av mens jeg åpnet. | Noen som blir med i banken
no | Eg vil høyra til i koret att | Songøving kvar onsdag | andrestemme til konserten i mai | syng i bilen | ringja dirigenten, få skyss | Øva på to salmar | Bror ringjer. Han trur ho vil, men ikkje tør. | Syng så folk blir stille. | Ein som bankar på. | Skyss heim etter øving
no | Jeg vil at naboen skal hilse igjen | Fred i oppgangen | hilse, måke snø, bli hilst på | går ut når det er tomt | snakke med vaktmesteren, dugnad | Måke trappa fredag | Vaktmesteren sier ifra. Han ønsker ikke å klage, men å hjelpe. | Måker, bærer og klager ikke. | Faste tider for musikk. | En leilighet uten vegg i vegg
no | Jeg vil jobbe på fjøset igjen, for kyrne bryr seg ikke om hva som var | Fire morgener i fjøset | lønn for det jeg gjør | hjelper til når noen ringer | arbeidstrening, oppfriskning av sertifikatet | Stå opp halv seks to dager | NAV spør om det finnes noe tidlig på dagen. | God med dyr. Blir rolig av dem. | Å ha noen som venter på meg. | Prøve en gård før jeg svarer
no | Jeg vil slutte å låne penger av mamma | Penger som rekker ut måneden | betale tilbake litt hver måned | tomt den femtende | budsjett på ei side, trekk rett fra trygden | Skrive opp alt i to uker | Moren ringer. Hun vil ikke ha pengene, hun vil ha ham. | Ærlig også når det koster. | At ingen kjeftet. | Forskudd når strømmen er høy
no | Jeg vil spille bass foran folk én gang til | Øve to kvelder i uka | en konsert på tre låter | gitar uten strenger | låne bass, øvingsrom på kulturskolen | Bytte strenger | Trommeslageren fra før sier: si at vi trenger ham. | Holder takta. | Øvingsrommet. Der er det ingen som maser. | Låne øvingsrom på dagtid
no | Jeg vil kunne sitte stille gjennom en kinofilm | Ro i kroppen | en hel film, midterste rad | går etter ti minutter | korte turer, pust, time hos psykolog | Se en halv film hjemme | Fastlegen skriver at hun er våken om nettene. | Tegner det andre ikke ser. | Vekta på teppet. Og gåturer. | Gruppe uten for mange
no | Jeg vil at ungene mine skal slippe å telle flaskene | Edru når de er hos meg | alle helgene, også langhelgene | to av tre | plan for fredagene, noen å ringe | Fylle kjøleskapet torsdag | Barnevernet og hun ringte sammen, på høyttaler. | Leser eventyr med stemmer. | Å si det høyt til noen. | En mamma som har vært der, å snakke med
no | Jeg vil ha nøkkel til min egen dør | Et sted som er mitt | dør, nøkkel, postkasse | tredje sofaen på to måneder | søknad, visning, noen som går god for meg | Søke på to leiligheter | Kommer innom selv, med sekken på ryggen. | Rydder etter seg, hver gang. | Å få ligge til ni. | Kommunal bolig på Nærbø, ikke i byen
no | Jeg vil ta fagbrevet som tømrer, det er bare prøven igjen | Fagbrev før jul | svennestykket levert | to år siden sist | lærebedrift, kveldskurs, egen hammer | Ringe opplæringskontoret | Kurator på fengselet: ferdig i mai, flink med hendene. | Bygger rett. | Læreren i verkstedet. | Verktøy å låne
no | Jeg vil ha ett år uten innleggelse | Tåle de dårlige ukene hjemme | ringe før, ikke etter | tre innleggelser i fjor | kriseplan, noen som kommer, medisin til fast tid | Lære signalene mine | DPS skriver ut på tirsdag og spør hvem som møter. | Merker når andre har det vondt. | At noen kom før jeg ringte. | Noen å ringe om natta
no | Eg vil driva garden så Guro kan ta over | Ein gard i drift | sauene inne i tide | naboen sankar for meg | avløysar, ein time om gongen | Reparera grinda | Guro ringjer: han seier nei, men lat att ikkje døra. | Kjenner kvar sau. | Arbeid. Og at Guro er i nærleiken. | Avløysar to helger
no | Jeg vil danse swing igjen | Kurs på torsdager | danse hele kvelden | hører på musikken | melde på, gå sammen med noen | Pusse skoene | Ringte fra parkeringsplassen. Turte ikke inn. | Får andre til å le. | At noen gikk ut og hentet meg. | Noen å gå inn sammen med
no | Jeg vil ha tenner jeg kan smile med | Ferdig hos tannlegen | smile på bildet til sønnens konfirmasjon | holder hånda foran | time, søknad om dekning, noen i venterommet | Sende skjemaet | Har vondt, og sier ja til å komme fordi det er lunsj. | Lager den beste sausen. | Følge til timen. | Tannlege som tar det rolig
no | Jeg vil snakke med broren min før det er for seint | Ringe Stian | sitte i båten sammen | seks år siden | skrive først, så ringe | Skrive ferdig brevet | Presten ringer. Han har fått lov å si navnet. | Fisker mer enn de andre. | Stillhet uten at det er feil. | Hjelp til brevet
no | Jeg vil bestå teoriprøven og kjøre selv | Sertifikat igjen | bil på eget navn | buss 59 | teori hver kveld, prøver fra måneden | To kapitler | Avsluttet opphold. Spør om gruppe samme uke. | Husker alle veiskilt. | Å være fort i gang. | Dekning av oppkjøring
no | Jeg vil ha en hund igjen, og klare ansvaret | Klar for hund | turer i all slags vær | passer nabohunden | spare, avtale med utleier | Gå med Balder tre ganger | Sa det på butikken, til hun som jobber her. | Går langt. | Noen som må ut. | Lov til husdyr i kontrakten
no | Jeg vil slippe å lyve på jobb om hvor jeg var | Jobb som vet det | én å være ærlig med | sykmeldt | samtale med lederen sammen | Skrive ned hva jeg vil si | Lederen ringer, med ham ved siden av. | Kommer alltid når jeg har sagt det. | At hun sa: vi venter på deg. | Møte på jobb, ikke på kontor
no | Jeg vil klippe hår igjen, med saks som er min | Stol i salongen | to dager i uka | klipper i gruppa | stolleie, NAV, prøvekunde | Klippe Terje før lørdag | Søker selv på nettet om natta. | Ser hva som kler folk. | Når noen sier takk. | Etablererkurs på kveldstid
no | Jeg vil sove åtte timer og drømme noe annet | Søvn | fire netter på rad | to timer om gangen | lege, skjerm ut, gå hver dag | Legge telefonen på kjøkkenet | Nattevakta på sykehuset skriver, etter samtykke. | Lytter godt. | Samme stemme på telefonen. | Traumegruppe for menn
no | Jeg vil lage middag til fem og at alle kommer | Middag hver søndag | fem stoler, fem folk | spiser over vasken | bord på Finn, handle sammen | Kjøpe to stoler til | Stakk hodet inn: er det her man får kaffe? | Raspeballer. | Å bli spurt hva jeg synes. | Fryser med plass
no | Jeg vil gå på Kyrkjeveggen med gjengen uten å måtte snu | Hele turen | toppen, termos | til steinen | litt lenger hver onsdag | Onsdagsturen to uker på rad | Fysioterapeuten spør: er det en gåtur jeg kan henge på? | Kjenner stiene. | Luft. Regn er også luft. | Fjellsko
no | Jeg vil slutte på metadon når jeg er klar, ikke når andre er det | Min plan for LAR | samme dose til sommeren, så se | nedtrapping bestemt av andre | møte med LAR, ta med noen | Skrive tre spørsmål | LAR ringer og sier hun vil ha noen med i møtet. | Kjenner kroppen min. | Når noen spurte før de bestemte. | Noen med i LAR-møtet
no | Jeg vil male huset til bestemor gult | Ferdig før september | hele sørveggen | skrapt halve | stige, en til å holde | Skrape ferdig | Bestemor, 84, ringer og vil helst snakke lenge. | Høyder er ingenting. | Noe jeg ser at blir gjort. | Låne stillas
no | Jeg vil at sønnen min skal ta telefonen | Snakke med Elias | en gang i uka, ti minutter | sender meldinger som ikke blir lest | skrive kort, ikke be om noe | Sende ett bilde i uka | Kom sammen med en fra gata som går i gruppa. | Tålmodig. | At noen sa det tar tid. | Råd om hva jeg kan skrive
no | Jeg vil vinne over spillinga, ikke over venner | Ett år uten spill | konto jeg ikke kommer til alene | sperra på to sider | sperre, bank med to, gruppe | Sperre den siste siden | Kona ringer mens han hører på. | Regner i hodet. | At kona fikk kortet. | Spilleavhengigruppe i nærheten
no | Jeg vil ut av nettene og inn i dagene | Stå opp til lunsj | tre dager i uka | våken til seks | vekking, dagslys, lunsj | Svare på vekkinga | Utekontakten har møtt ham fire ganger ved stasjonen. | Programmerer. | Tekstmelding, ikke ringing. | Vekking som ikke er mor
no | Jeg vil ha et språk for det inni meg | Skrive hver dag | ti dikt i et hefte | på baksiden av konvolutter | skrivegruppe, bok, blyant | Lese ett høyt | Bibliotekaren spør om hun kan følge ham bort. | Ord. | Å få lese uten å bli rettet. | Skrivegruppe på dagtid
no | Jeg vil gå ut uten at alle ser det på meg | Handle i Bryne på lørdag | gå rolig gjennom hele gata | handler i Sandnes | gå sammen, så halve veien alene | Kjøpe brød alene | Tannpleieren ringer. Hun gråt i stolen. | Ser at andre er slitne. | En arm å holde i. | Følge de første gangene
no | Jeg vil bruke fødselsdagen min på noe fint | Femti år, og fest | ti gjester, kake | har ikke feiret siden trettifem | liste, lokale, invitere | Spørre tre stykker | Tar imot hjelp for første gang, sier fastlegen. | Kaker. | At noen husket datoen. | Låne lokalet på Sandtangen
no | Jeg vil slippe håndjern i drømmene | Ferdig med dommen | siste møte, så fri | friomsorg på mandager | møte opp, samtale, trening | Møte mandag ni presis | Friomsorgen spør om trening to kvelder. | Sterk. Bærer andres ting. | Noen i porten. | Trening der ingen spør
no | Eg vil vera bestefar på skuleavslutninga | Sitja på benken | heile timen, rein skjorte | ser bilete | snakka med dottera, stella meg | Stryka skjorta | Dottera ringjer frå bilen: no seier han ja. | Fortel historier. | Ei klokke som ringjer. | Skyss til skulen
no | Jeg vil ta igjen norsk og matte, og ikke si til noen før jeg har bestått | Bestå to fag | bøker, fredager på biblioteket | sluttet i tiende | voksenopplæring, leseplass | Melde meg på | Tar kontakt på meldinger, bare små bokstaver. | Skjønner fort. | Å få gjøre det stille. | Leseplass uten vindu mot gata
no | Jeg vil bli kjent som han som fikser sykler | Sykkelverksted | åpent onsdag, ti sykler | to sykler i boden | verktøy, lokale, skilt | Fikse to sykler fra dugnaden | Frivilligsentralen har et rom og en bøtte pedaler. | Får alt til å rulle. | Når folk kommer tilbake. | Verksted ved siden av gruppa
no | Jeg vil at det skal lukte vaffel hos meg | Et hjem folk går inn i | åpen dør på fredager | lukket gardin | vask sammen, be to | Vaske kjøkkengulvet | Boligkontoret: bytt ikke lås, bytt tonen. | Vertskap. | Å få besøk som ikke telte. | Hjelp til å vaske ned én gang
no | Jeg vil løpe fem kilometer med startnummer 🏃 | Siddisløpet i mai | under førti minutter | går tre | tre turer i uka | Løpe til lyktestolpen | Ringer og er andpusten: ta meg med på noe. | Gir meg ikke. | Musikk på øret. | Sko
no | Jeg vil si nei på døra og mene det 🚪 | En dør som er min | ingen som sover over uten lov | gamle kjente på besøk | dørkikkert, avtale med politiet, noen å ringe | Øve på setningen | Naboen ringer. Hun er ikke sint, hun er redd for henne. | Omsorg for alle andre. | At noen sa nei sammen med meg. | Bytte bolig, samme kommune
no | Jeg vil høre hvordan det går med de jeg var inne med | En gjeng å møte | kaffe hver annen lørdag | tre nummer jeg ikke ringer | en å gå sammen med | Ringe én | Avrusinga: går hjem fredag, ingen på døra. | Holder kontakten. | Å høre at andre klarte det. | Møtested i helgene
se | Mun hálidan gullat eatnigiela juohke beaivvi 🌄 | Snakke samisk igjen | samtale med áhkku hver kveld | kan det meste, sier lite | ringe hjem, kurs på nett | Ringe áhkku søndag | Spør om det finnes noen som skjønner hva slags uke det er når reinen flyttes. | Kan vær. | Joik, i bilen. | Noen å snakke samisk med
ar | أريد أن يفخر بي أولادي | Være far hver dag | følge til skolen | bor tre kvarter unna | bolig i Klepp, samtale med moren | Hente på fredager | NAV ringer med tolk. Han er kokk og vil arbeide. | Lager mat til femti. | Kaffe før vi snakker. | Tolk i ansvarsgruppa
ar | أريد بيتا هادئا لا أخاف فيه | Trygt hjem | lås, lys i gangen | krisesenter | samtale hver uke, ny bolig | Se på to leiligheter | Krisesenteret spør. Vil ha en kvinne som kontaktperson. | Syr. | At den samme personen kommer. | En kvinne som kontaktperson
ta | என் மகளுடன் மீண்டும் பேச வேண்டும் | Snakke med Nila igjen | telefon hver lørdag | to år uten svar | skrive brev på tamil, be tante hjelpe | Skrive to linjer | Tempelet ringer. Han er velkommen der også. | Regnskap. | Å lage mat til andre. | Noen som kan lese brevet med meg
uk | Я хочу знову працювати з деревом | Snekre igjen | to dager på verkstedet | tegner ved bordet | verksted, norskkurs om kvelden | Lage ei hylle | Flyktningtjenesten: var snekker i Kharkiv, sover ikke. | Ser hva tre tåler. | Lukta av furu. | Verksted med egen benk
uk | Хочу, щоб вночі було тихо | Sove uten lys på | sju timer | to og to | lege, gruppe på russisk eller ukrainsk | Gå tur klokka ni | Skolen ringer. Moren til to gutter, sliten. | Bærer alle. | Te, og en som ikke spør. | Hjelp med guttene to ettermiddager
pl | Chcę zobaczyć syna na święta | Hjem til jul | buss til Gdańsk, gave i veska | sparer litt | lønn på konto, gjeldsplan | Legge av to hundrelapper | Verftet ringer. Flink, men borte på mandager. | Sveiser. | Rutiner, presis. | Samtale på polsk
pl | Chcę przestać się wstydzić 💛 | Gå til messe igjen | fremste benk | står ute | gå sammen, snakke med presten | Gå inn og sette meg bakerst | Søsteren skriver fra Kraków, på engelsk. | Synger. | Tro. | Noen å gå sammen med
so | Waxaan rabaa in hooyaday i aragto anigoo nabad ah | Mor skal se at det går bra | video hver fredag | svarer ikke når hun ringer | ha noe godt å fortelle | Ringe tilbake | Moskeen følger ham hit. Han spiller fotball. | Fotball. Og søsken. | At noen ventet i bilen. | Plass på laget i Klepp
so | Waxaan rabaa shaqo iyo saaxiibo cusub | Arbeid og nye venner | tre vakter i uka | går med avisa | truckfører-kurs, referanse | Ta teoriprøven | Jobbkonsulenten: skjønner alt, sier lite. | Alltid presis. | Arbeid om morgenen. | Truckkurs på dagtid
`;

const voiceOf = (line: string): Voice => {
  const parts = line.split(' | ').map((part) => part.trim());
  const [origin, says, title, wanted, present, ways, doing, asked, goodAt, helped, wish] = parts;
  if (parts.length !== 11 || wish === undefined) throw new Error(`not a voice: ${line}`);
  return {
    origin: origin as Origin,
    says: says ?? '',
    goal: { title: title ?? '', wanted: wanted ?? '', present: present ?? '', ways: ways ?? '' },
    doing: doing ?? '',
    asked: asked ?? '',
    goodAt: goodAt ?? '',
    helped: helped ?? '',
    wish,
  };
};

/** Everyone's own; where each is used once, no two people say the same. */
export const voices: readonly Voice[] = written.trim().split('\n').map(voiceOf);

export function anyVoice(random: Random): Voice {
  const [first, ...others] = voices;
  if (first === undefined) throw new Error('nobody says anything');
  return pick(random, [first, ...others]);
}
