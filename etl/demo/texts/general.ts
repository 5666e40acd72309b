/** How people open a message, by channel. */
export const openings = {
  email: ['Buongiorno,', 'Gentile ufficio,', 'Spett.le Comune,', 'Salve,', 'Buonasera,'],
  web: ['', '', '', 'Buongiorno.', 'Salve.', 'Vorrei segnalare una cosa.'],
  spoken: [
    'La persona riferisce quanto segue:',
    'Segnalazione raccolta a voce:',
    'Riferito da chi abita in zona:',
    'Chiama per avvisare:',
    'Si annota su richiesta:',
    'Detto allo sportello:',
  ],
};

/** How people end a message, by channel. */
export const closings = {
  email: [
    'Grazie e cordiali saluti.',
    'In attesa di riscontro, saluti.',
    'Resto in attesa, grazie.',
    'Distinti saluti.',
    'Grazie per l’attenzione.',
  ],
  web: [
    '',
    '',
    '',
    'Grazie.',
    'Potete intervenire?',
    'Si può sistemare?',
    'Grazie del lavoro che fate.',
    'Spero in un intervento rapido.',
  ],
  spoken: ['', 'Chiede un sopralluogo.', 'Vorrebbe essere informato.', 'Disponibile a mostrare il punto esatto.'],
};

/** Since when. */
export const since = [
  'da qualche giorno',
  'da una settimana',
  'da circa due settimane',
  'da ieri',
  'da almeno un mese',
  'da lunedì',
  'da prima delle feste',
  'da dopo il temporale',
  'da tre giorni',
  'da quando hanno finito i lavori',
  'dalla settimana scorsa',
  'da più di dieci giorni',
  'da sabato',
  'da mesi',
];

/** Small things that a person standing there sees. */
export const details = [
  'Si trova proprio di fronte alla fermata dell’autobus.',
  'È sul lato dei numeri pari.',
  'È sul lato dei numeri dispari.',
  'Sta a metà della via.',
  'È appena dopo la curva.',
  'Vicino al passo carraio.',
  'Lo si vede venendo dal centro.',
  'È accanto alla cabina elettrica.',
  'Poco prima del semaforo.',
  'Davanti al bar.',
  'Dietro il parcheggio.',
  'All’altezza della farmacia.',
  'Vicino al panificio.',
  'Sotto il portico.',
  'Accanto alla rastrelliera delle bici.',
  'Dalla parte del muretto.',
  'Di fianco all’edicola.',
  'Dove c’è il cartello giallo.',
  'Sul lato verso la ferrovia.',
  'Sul lato del giardino.',
  'Di fronte al negozio di fiori.',
  'Vicino all’ambulatorio.',
  'Tra i due condomini alti.',
];

/** How people tell that somebody reported it before. */
export const echoes = [
  'Credo sia già stato segnalato.',
  'Non sono l’unica persona ad averlo notato.',
  'Anche i vicini hanno scritto.',
  'Lo segnalo anch’io.',
  'Ne parlano tutti nella via.',
  'So che altri hanno già avvisato.',
];

/** First public words of the desk. */
export const receipts = [
  'Abbiamo ricevuto la segnalazione e l’abbiamo passata {allufficio}. Il termine previsto è il {termine}.',
  'Grazie. {Ufficio} farà un sopralluogo; contiamo di chiudere entro il {termine}.',
  'Presa in carico: se ne occupa {ufficio}. Aggiorneremo questa pagina.',
  'Grazie per la segnalazione. Abbiamo controllato che non sia doppia e l’abbiamo assegnata {allufficio}.',
  'La segnalazione è stata assegnata {allufficio}, che risponderà entro il {termine}.',
];

/** Answers to reports that repeat another. */
export const duplicateAnswers = [
  'È lo stesso problema di una segnalazione già aperta nello stesso punto: la seguiamo lì. Riceverete gli stessi aggiornamenti.',
  'Grazie: il problema ci era già stato segnalato. Abbiamo unito le due segnalazioni.',
  'Già segnalato nei giorni scorsi. L’intervento è in corso, seguite la prima segnalazione.',
  'Doppia di una segnalazione precedente, che resta aperta fino alla soluzione.',
  'Altre persone ci hanno scritto dello stesso punto: le segnalazioni sono state riunite.',
];

/** Answers when there is too little to act upon. */
export const notActionable = [
  'Non siamo riusciti a individuare il punto: servono un indirizzo più preciso o una foto. Potete scriverci di nuovo.',
  'Due sopralluoghi non hanno trovato il problema descritto.',
  'Mancano gli elementi per intervenire. Restiamo a disposizione per una nuova segnalazione.',
];

/** Why people take a report back. */
export const withdrawals = [
  'Il problema si è risolto da solo, grazie.',
  'Ho sbagliato indirizzo, ne apro un’altra.',
  'Non serve più, grazie.',
];

/** Why people reopen a report. */
export const reopenings = [
  'Il problema si è ripresentato dopo pochi giorni.',
  'Il lavoro è stato fatto solo a metà.',
  'Sono ripassato: è come prima.',
  'Non è cambiato niente.',
  'È durato una settimana, poi di nuovo uguale.',
  'Il punto sistemato non è quello che avevo indicato.',
];

/** Answers to a reopened report. */
export const secondAnswers = [
  'Avevate ragione: l’intervento è stato completato {quando}.',
  'Siamo tornati sul posto {quando} e abbiamo rifatto il lavoro.',
  'Riparazione rifatta {quando}, ora definitiva.',
];

/** Comments of people who follow. */
export const comments = [
  'Anche io passo di qui ogni giorno, confermo.',
  'Ci sono novità?',
  'Dopo la pioggia di ieri è peggiorato.',
  'Grazie, oggi ho visto la squadra al lavoro.',
  'Confermo, situazione invariata.',
  'Attenzione, ora è più grande.',
  'Sarebbe utile un cartello nel frattempo.',
  'Stamattina era ancora così.',
];

/** What the office says when the work is done, before the desk answers. */
export const doneNotes = [
  'Lavoro eseguito, foto agli atti.',
  'Intervento terminato.',
  'Fatto. Nessun altro intervento necessario.',
  'Eseguito, da parte nostra si può chiudere.',
  'Squadra rientrata, lavoro completo.',
];

/** Suggestions and complaints: titles and words; `{dove}` as in reports. */
export const suggestions = {
  titles: ['Una proposta', 'Suggerimento', 'Un’idea per il quartiere', 'Perché non aggiungere…'],
  reports: [
    'Propongo di aggiungere qualche panchina {dove}.',
    'Sarebbe utile una rastrelliera per le bici {dove}.',
    'Si potrebbe fare una zona 30 {dove}.',
    'Suggerisco di piantare alberi {dove}, d’estate non c’è ombra.',
    'Un attraversamento rialzato {dove} farebbe rallentare le auto.',
    'Perché non mettere un cestino per i cani {dove}?',
    'Una fontanella {dove} sarebbe un bel servizio.',
  ],
  answers: [
    'Grazie della proposta: è stata inviata all’ufficio e sarà valutata con il prossimo piano degli interventi.',
    'Proposta interessante, la portiamo alla prossima riunione di quartiere.',
    'Abbiamo verificato: non è possibile per mancanza di spazio, ma cerchiamo una soluzione vicina.',
    'Accolta: l’intervento entra nel programma dell’anno prossimo.',
  ],
};
export const complaints = {
  titles: ['Reclamo', 'Nessuna risposta', 'Disservizio ripetuto', 'Lamentela sul servizio'],
  reports: [
    'È la terza volta che scrivo per lo stesso problema {dove} senza risposta.',
    'I lavori {dove} vanno avanti senza avvisi ai residenti.',
    'Il servizio {dove} è peggiorato molto nell’ultimo anno.',
    'Mi avevano detto che sarebbero passati {dove} e non si è visto nessuno.',
    'Trovo inaccettabile il modo in cui è stato lasciato il cantiere {dove}.',
  ],
  answers: [
    'Ci scusiamo per il disagio: abbiamo verificato l’accaduto e sollecitato l’ufficio.',
    'Comprendiamo il disagio. Il ritardo è dovuto alle molte richieste della zona; ora ha priorità.',
    'Abbiamo richiamato la ditta al rispetto del capitolato.',
    'Grazie della franchezza: abbiamo corretto la comunicazione ai residenti.',
  ],
};
