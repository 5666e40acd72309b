import type { TopicWords } from './words.ts';

/** Acqua e fognature. */
export const water: TopicWords = {
  code: 'acqua',
  it: 'Acqua e fognature',
  en: 'Water and drains',
  consequences:
    'Non si riesce a uscire di casa con i piedi asciutti. | [11-2] Quando gela si scivola. | Temiamo per le cantine. | I pedoni ricevono gli schizzi delle auto. | Si spreca tanta acqua. | Ogni anno la stessa storia. | [5-9] Con il caldo l’aria è irrespirabile.',
  notes:
    'Girata al pronto intervento idrico. | Pozzetto con radici, da videoispezionare. | Autospurgo in zona giovedì. | Quota strada da verificare.',
  notCompetent:
    'La perdita è dopo il contatore, su impianto privato: la riparazione spetta all’utente. | Il fosso è del consorzio di bonifica: segnalazione inoltrata.',
  kinds: [
    {
      code: 'caditoie',
      it: 'Caditoie e tombini intasati',
      en: 'Blocked drains',
      weight: 40,
      answered:
        'La pulizia delle caditoie della via è nel giro del mese. | Abbiamo videoispezionato la condotta: non risultano ostruzioni.',
      waiting: 'Attendiamo l’autospurgo, impegnato sulle emergenze.',
      cases: [
        [
          'Caditoia intasata | Caditoia piena di foglie',
          'La caditoia {dove} è intasata di foglie. | Caditoia coperta di terra e foglie {dove} {tempo}. | {Dove} la caditoia è tappata.',
          'Caditoia pulita con autospurgo {quando}. | Pulizia straordinaria delle griglie della via {quando}.',
        ],
        [
          "Tombino intasato | L'acqua non scende",
          "Il tombino {dove} non riceve più l'acqua {tempo}. | L'acqua resta sulla strada {dove} anche il giorno dopo. | Tombino otturato {dove}.",
          'La squadra ha liberato i pozzetti {quando}; ora l’acqua defluisce. | Disostruita la condotta {quando}: era bloccata da radici.',
        ],
        [
          'Pozzetto che rigurgita | Tombino che ribolle',
          'Il pozzetto {dove} rigurgita appena piove. | Con la pioggia il tombino {dove} si solleva. | Esce acqua sporca dal tombino {dove}.',
          'Condotta lavata ad alta pressione {quando}. | Rimosso il tappo di grasso dalla condotta {quando}.',
        ],
      ],
    },
    {
      code: 'allagamenti',
      it: 'Allagamenti',
      en: 'Flooding',
      weight: 24,
      serviceDays: 3,
      answered: 'La rete della via è sottodimensionata: il potenziamento è nel piano del gestore idrico.',
      waiting: 'Le pompe del sottopasso sono in riparazione dal costruttore.',
      cases: [
        [
          'Strada allagata | Strada come un fiume',
          "La strada {dove} è allagata, le auto tornano indietro. | {Dove} ci sono venti centimetri d'acqua. | Non si passa {dove}, acqua fino al marciapiede.",
          'Acqua rimossa e strada riaperta {quando}. | Griglie liberate e strada pulita dal fango {quando}.',
        ],
        [
          'Acqua nei garage | Cantine allagate',
          "L'acqua entra nei garage {dove}. | L'acqua della strada scende nelle cantine {dove}. | Garage allagati {dove}, la fogna non riceve.",
          'Intervenuti con le pompe {quando}; condotta verificata. | Liberata la griglia a monte {quando}: l’acqua non entra più.',
        ],
        [
          'Si allaga a ogni temporale | Allagamento ricorrente',
          'A ogni temporale {dove} si allaga tutto. | Bastano dieci minuti di pioggia e {dove} è un lago. | Da anni {dove} l’acqua si ferma nello stesso punto.',
          'Aggiunta una caditoia nel punto più basso {quando}. | Rifatta la pendenza del tratto {quando}.',
        ],
      ],
    },
    {
      code: 'perdite',
      it: 'Perdite d’acqua',
      en: 'Water leaks',
      weight: 24,
      answered: 'Il gestore idrico ha verificato: è acqua di falda, non una perdita della rete.',
      waiting: 'La riparazione spetta al gestore idrico: attendiamo la data del suo intervento.',
      cases: [
        [
          "Acqua dall'asfalto | Perdita d'acqua in strada",
          "Esce acqua dall'asfalto {dove} {tempo}. | C’è un rivolo continuo lungo il marciapiede {dove}. | Perdita della rete {dove}, si è formata una pozza.",
          'Perdita riparata {quando} dal gestore idrico. | Sostituito un tratto di tubo {quando} e ripristinato lo scavo.',
        ],
        [
          'Fontanella che perde | Fontana sempre aperta',
          'La fontanella {dove} non si chiude e scorre giorno e notte. | Rubinetto della fontana {dove} rotto. | Dalla fontanella {dove} esce acqua {tempo}.',
          'Rubinetto della fontanella sostituito {quando}. | Fontanella riparata {quando}.',
        ],
        [
          'Contatore che perde | Perdita dal pozzetto',
          'Perdita evidente da un pozzetto del contatore {dove}. | Il pozzetto dell’acquedotto {dove} è pieno d’acqua. | Si sente scorrere acqua sotto il chiusino {dove}.',
          'Valvola sostituita dal gestore idrico {quando}. | Perdita nel pozzetto eliminata {quando}.',
        ],
      ],
    },
    {
      code: 'odori',
      it: 'Cattivi odori dalle fogne',
      en: 'Sewer smells',
      weight: 12,
      answered: 'Dopo lunghi periodi senza pioggia l’odore è frequente: abbiamo programmato un lavaggio della rete.',
      waiting: 'Attendiamo il gestore idrico per la videoispezione.',
      cases: [
        [
          'Cattivo odore dalla fogna | Puzza dai tombini',
          'Dai tombini {dove} esce un odore fortissimo {tempo}. | Odore di fogna {dove}, soprattutto la sera. | Non si possono aprire le finestre {dove} per l’odore.',
          'Condotta lavata e sifoni controllati {quando}. | Montate le valvole antiodore nelle caditoie {quando}.',
        ],
        [
          'Liquame in superficie | Fogna che esce',
          'Liquame in superficie {dove}. | La fogna {dove} è rotta, esce liquido scuro. | Acqua nera nel fosso {dove} {tempo}.',
          'Condotta riparata {quando} e zona disinfettata. | Allaccio abusivo chiuso {quando}.',
        ],
      ],
    },
  ],
};
