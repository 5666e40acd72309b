import type { TopicWords } from './words.ts';

/** Marciapiedi e barriere. */
export const pavements: TopicWords = {
  code: 'marciapiedi',
  it: 'Marciapiedi e barriere',
  en: 'Pavements and barriers',
  consequences:
    'Mia madre è caduta. | In carrozzina siamo costretti a passare sulla strada. | Con il passeggino è impossibile. | Davanti c’è l’ambulatorio, passano molti anziani. | Quando piove si scivola. | Lo diciamo da anni. | Chi non vede bene non ha scampo.',
  notes:
    'Ripristino in economia possibile, circa 8 m. | Da inserire nel lotto marciapiedi. | Verificare le radici con il Verde. | Stima fatta, serve il progetto.',
  notCompetent: 'Il marciapiede è di proprietà del condominio: la riparazione spetta ai proprietari, che abbiamo avvisato.',
  kinds: [
    {
      code: 'marciapiede-rotto',
      it: 'Marciapiede rotto',
      en: 'Broken pavement',
      weight: 58,
      answered:
        'Il rifacimento del marciapiede è finanziato: il cantiere partirà con il prossimo lotto. | Messa in sicurezza provvisoria fatta; il rifacimento richiede un progetto, già affidato.',
      waiting: 'Attendiamo il finanziamento del lotto di marciapiedi. | Il porfido di ripristino è ordinato.',
      cases: [
        [
          'Marciapiede sconnesso | Marciapiede dissestato',
          'Il marciapiede {dove} è tutto sconnesso. | Marciapiede pieno di dislivelli {dove} {tempo}. | Non si cammina sul marciapiede {dove}.',
          'Marciapiede ripristinato {quando} per circa otto metri. | Fondo rifatto e livellato {quando}.',
        ],
        [
          'Mattonelle rotte | Piastrelle mancanti',
          'Mancano diverse mattonelle {dove} {tempo}. | Le mattonelle {dove} ballano e quando piove schizzano. | Piastrelle spezzate {dove}.',
          'Sostituite le mattonelle rotte {quando}. | Posate le mattonelle mancanti {quando}.',
        ],
        [
          'Cordolo staccato | Cordolo che sporge',
          'Il cordolo {dove} si è staccato e sporge. | Un pezzo di cordolo è in mezzo alla strada {dove}. | Cordolo spezzato {dove} {tempo}.',
          'Cordolo rimesso e fissato {quando}. | Cordolo sostituito {quando}.',
        ],
        [
          'Porfido sollevato | Cubetti mancanti',
          'I cubetti di porfido {dove} si sono sollevati. | Mancano cubetti {dove}, resta un buco. | Pavé tutto mosso {dove} {tempo}.',
          'Porfido riposato e sigillato {quando}. | Rimessi i cubetti mancanti {quando}.',
        ],
        [
          'Radici sul marciapiede | Marciapiede sollevato',
          'Le radici hanno alzato il marciapiede {dove} di dieci centimetri. | Marciapiede gonfio per le radici {dove}. | {Dove} le radici spuntano dall’asfalto del marciapiede.',
          'Tagliate le radici superficiali e rifatto il fondo {quando}. | Allargata la formella e rifatto il marciapiede {quando}.',
        ],
      ],
    },
    {
      code: 'barriere',
      it: 'Barriere architettoniche',
      en: 'Accessibility barriers',
      weight: 26,
      serviceDays: 60,
      answered:
        'Il punto è nel piano per l’eliminazione delle barriere (PEBA): lavori nel secondo anno. | Serve un progetto con spostamento delle reti: è in corso la valutazione dei costi.',
      waiting:
        'Attendiamo il parere della Soprintendenza per il centro storico. | Attendiamo il finanziamento regionale per le barriere.',
      cases: [
        [
          'Manca lo scivolo | Scivolo per carrozzine assente',
          'Manca lo scivolo per le carrozzine {dove}. | Senza rampa non si sale sul marciapiede {dove}. | Da un lato lo scivolo c’è, dall’altro no {dove}.',
          'Realizzato lo scivolo {quando}, con pavimentazione tattile. | Rampa costruita {quando}.',
        ],
        [
          'Gradino troppo alto | Gradino insuperabile',
          'Il gradino {dove} è troppo alto per chi ha il deambulatore. | Un gradino di quindici centimetri {dove} blocca le carrozzine. | {Dove} il marciapiede finisce con un gradino.',
          'Gradino eliminato {quando} con un raccordo in asfalto. | Abbassato il cordolo {quando}.',
        ],
        [
          'Passaggio troppo stretto | Palo in mezzo al marciapiede',
          'Il palo in mezzo al marciapiede {dove} non lascia passare un passeggino. | Passaggio di sessanta centimetri {dove}. | Il cartello {dove} è piantato in mezzo al marciapiede.',
          'Palo spostato sul bordo {quando}. | Passaggio allargato a un metro e venti {quando}.',
        ],
        [
          'Percorso tattile interrotto | Manca il percorso per ciechi',
          'Il percorso tattile per ciechi {dove} si interrompe nel nulla. | Hanno asfaltato sopra la pista tattile {dove}. | Piastre tattili rotte {dove} {tempo}.',
          'Percorso tattile ripristinato {quando}. | Posate le piastre mancanti {quando}.',
        ],
      ],
    },
    {
      code: 'ciclabile',
      it: 'Piste ciclabili',
      en: 'Cycle paths',
      weight: 16,
      answered: 'Il collegamento mancante è nel biciplan: lavori previsti entro due anni.',
      waiting: 'Attendiamo la fornitura dei paletti.',
      cases: [
        [
          'Ciclabile rovinata | Ciclabile piena di gobbe',
          'La ciclabile {dove} ha il fondo rovinato dalle radici. | Gobbe e crepe sulla pista ciclabile {dove} {tempo}. | In bici {dove} è un continuo sobbalzo.',
          'Fondo della ciclabile rifatto {quando}. | Fresate le gobbe e riasfaltato {quando}.',
        ],
        [
          'Paletto divelto | Moncone di paletto',
          'Il paletto della ciclabile {dove} è divelto e resta il moncone. | Paletto piegato a terra {dove}. | {Dove} manca il paletto e le auto entrano sulla ciclabile.',
          'Paletto sostituito {quando}; controllati gli altri del percorso. | Paletto rimesso {quando}.',
        ],
        [
          'Ciclabile interrotta | Ciclabile senza scivolo',
          'La pista ciclabile {dove} finisce senza nessuno scivolo. | Cantiere sulla ciclabile {dove} senza percorso alternativo. | La ciclabile {dove} sbuca in mezzo alle auto.',
          'Realizzato il raccordo {quando}. | Segnato il percorso alternativo {quando}.',
        ],
      ],
    },
  ],
};
