import type { TopicWords } from './words.ts';

/** Illuminazione pubblica. */
export const lighting: TopicWords = {
  code: 'illuminazione',
  it: 'Illuminazione pubblica',
  en: 'Street lighting',
  consequences:
    'Chi torna dal lavoro la sera ha paura. | Non si vedono i pedoni sulle strisce. | È già successo il mese scorso. | Ci passano i ragazzi che tornano da allenamento. | Hanno già rotto due finestrini. | Una signora è inciampata. | È l’unica luce del tratto.',
  notes:
    'Quadro da verificare, terzo guasto in un anno. | Intervento serale assegnato alla squadra. | Cavo tranciato da uno scavo. | Punto luce da censire.',
  notCompetent:
    "Il lampione è di un condominio privato: abbiamo avvisato l'amministratore. | L'impianto è della ferrovia: segnalazione inoltrata.",
  kinds: [
    {
      code: 'lampione-spento',
      it: 'Lampione spento',
      en: 'Street light out',
      weight: 66,
      answered:
        'Dopo mezzanotte la luce è ridotta per risparmio energetico: non è un guasto. | Al controllo serale il lampione risulta acceso. Se si spegne di nuovo, riscriveteci. | Un punto luce in più è nel piano dei lavori del prossimo anno.',
      waiting:
        'Il guasto è sulla rete di distribuzione: attendiamo il gestore elettrico. | La lampada di ricambio per questo modello è ordinata.',
      cases: [
        [
          'Lampione spento | Luce spenta | Punto luce guasto',
          'Il lampione {dove} è spento {tempo}. | Lampada bruciata {dove}. | {Dove} non si accende più il lampione.',
          'Lampada sostituita {quando}. Abbiamo controllato anche gli altri punti luce della via. | Guasto riparato {quando}: era saltato un fusibile.',
        ],
        [
          'Due lampioni spenti | Più lampioni spenti',
          'Due lampioni {dove} non si accendono più. | Spenti due punti luce di fila {dove} {tempo}. | Tra un lampione e l’altro {dove} ora è buio, due sono guasti.',
          'Riparati entrambi i punti luce {quando}. | Sostituite due lampade {quando}, ora a LED.',
        ],
        [
          'Luce che va e viene | Lampione intermittente',
          'La luce {dove} si accende e si spegne ogni pochi minuti. | Lampione intermittente {dove}, dà fastidio alle finestre. | Il lampione {dove} lampeggia tutta la notte {tempo}.',
          'Sostituito l’accenditore {quando}. | Contatto riparato {quando}: la luce è di nuovo stabile.',
        ],
        [
          'Attraversamento al buio | Strisce non illuminate',
          "L'attraversamento {dove} è completamente al buio. | Non c’è luce sulle strisce {dove} {tempo}. | La lampada sopra il passaggio pedonale {dove} è spenta.",
          'Attraversamento di nuovo illuminato {quando}, con lampada più potente. | Riparato il faro delle strisce {quando}.',
        ],
      ],
    },
    {
      code: 'via-al-buio',
      it: 'Via al buio',
      en: 'Whole street dark',
      weight: 20,
      serviceDays: 2,
      answered: 'Lo spegnimento era dovuto a un lavoro programmato sulla rete, concluso in serata.',
      waiting: 'Il guasto è sulla linea in media tensione: attendiamo il gestore elettrico.',
      cases: [
        [
          'Tutta la via al buio | Illuminazione spenta',
          "Da ieri sera tutta l'illuminazione {dove} è spenta. | Siamo al buio {dove}, non si accende nessun lampione. | Tutta la fila di lampioni {dove} non funziona {tempo}.",
          'Sostituito il tratto di cavo danneggiato {quando}, la via è di nuovo illuminata. | Quadro elettrico riarmato e riparato {quando}.',
        ],
        [
          'Lampioni accesi di giorno | Orari sbagliati',
          'I lampioni {dove} restano accesi di giorno. | Le luci {dove} si accendono un’ora dopo il tramonto. | {Dove} lampioni accesi a mezzogiorno {tempo}.',
          'Regolato il crepuscolare {quando}; gli orari sono tornati normali. | Sostituito l’orologio del quadro {quando}.',
        ],
        [
          'Blackout dei lampioni | Salta la luce ogni sera',
          'Ogni sera verso le otto saltano i lampioni {dove}. | Dopo la pioggia si spegne tutto {dove}. | {Dove} l’illuminazione salta appena c’è umidità {tempo}.',
          'Trovata e asciugata l’infiltrazione nel pozzetto {quando}. | Isolato il punto luce in dispersione {quando}.',
        ],
      ],
    },
    {
      code: 'palo-danneggiato',
      it: 'Palo o lampada danneggiati',
      en: 'Damaged pole or lamp',
      weight: 14,
      answered: 'Il palo è stato verificato: è inclinato ma stabile. Sarà sostituito con il rinnovo della linea.',
      waiting: 'Attendiamo il palo di ricambio dal fornitore.',
      cases: [
        [
          'Palo piegato | Palo urtato',
          'Il palo {dove} è piegato, forse è stato urtato da un camion. | Lampione storto verso la strada {dove}. | {Dove} un palo è stato colpito da un’auto.',
          'Palo messo in sicurezza e raddrizzato {quando}. | Palo sostituito {quando}.',
        ],
        [
          'Sportello aperto con i fili | Fili scoperti',
          'Lo sportello del palo {dove} è aperto e si vedono i fili. | Fili elettrici scoperti {dove} {tempo}. | Manca lo sportellino alla base del lampione {dove}.',
          'Sportello chiuso e bloccato {quando}. | Fili isolati {quando}, montato uno sportello nuovo.',
        ],
        [
          'Lampada che penzola | Plafoniera rotta',
          'La lampada {dove} penzola dal braccio. | Il vetro del lampione {dove} è rotto. | {Dove} la lampada sospesa è legata con un filo.',
          'Lampada fissata {quando}. | Corpo illuminante sostituito {quando}.',
        ],
      ],
    },
  ],
};
