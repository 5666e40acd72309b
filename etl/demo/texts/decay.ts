import type { TopicWords } from './words.ts';

/** Degrado e sicurezza. */
export const decay: TopicWords = {
  code: 'degrado',
  it: 'Degrado e sicurezza',
  en: 'Decay and safety',
  consequences:
    'La sera evitiamo di passare. | È sempre più un posto lasciato a sé stesso. | I residenti sono stanchi. | Basterebbe un controllo in più. | Non è la prima volta. | I negozianti si lamentano.',
  notes:
    'Passaggio serale programmato. | Sentita la proprietà. | Fatte le verifiche in banca dati. | Da coordinare con la pattuglia di quartiere.',
  notCompetent:
    'Il fatto riguarda le forze dell’ordine: abbiamo informato gli organi competenti. | La controversia è tra privati e non compete al Comune.',
  kinds: [
    {
      code: 'scritte',
      it: 'Scritte e vandalismi',
      en: 'Graffiti and vandalism',
      weight: 32,
      answered: 'Il muro è privato: la pulizia spetta alla proprietà, che può chiedere il contributo comunale.',
      waiting: 'Il muro è privato: attendiamo il consenso della proprietà alla pulizia.',
      cases: [
        [
          'Scritte sui muri | Muro imbrattato',
          'Nuove scritte sul muro {dove}. | Hanno riempito di scritte la facciata {dove} {tempo}. | Muro appena pulito già imbrattato {dove}.',
          'Scritte rimosse {quando}. | Muro ripulito e trattato con vernice protettiva {quando}.',
        ],
        [
          'Vetro della pensilina rotto | Pensilina vandalizzata',
          'Hanno rotto il vetro della pensilina {dove}. | Fermata dell’autobus con i vetri a pezzi {dove}. | Pensilina distrutta {dove} {tempo}.',
          'Vetro della pensilina sostituito {quando}. | Pensilina riparata {quando}.',
        ],
        [
          'Bacheca vandalizzata | Arredi danneggiati',
          'La bacheca comunale {dove} è stata bruciata. | Hanno divelto la bacheca {dove}. | Bacheca con il vetro rotto {dove} {tempo}.',
          'Bacheca sostituita {quando}. | Bacheca riparata {quando}.',
        ],
      ],
    },
    {
      code: 'veicoli-abbandonati',
      it: 'Veicoli abbandonati',
      en: 'Abandoned vehicles',
      weight: 30,
      serviceDays: 30,
      answered:
        'Il veicolo risulta assicurato e in regola: non può essere rimosso. | Il proprietario, rintracciato, ha spostato il veicolo.',
      waiting: 'Decorrono i sessanta giorni di legge prima della rimozione del veicolo.',
      cases: [
        [
          'Auto abbandonata | Auto ferma da mesi',
          'Un’auto con le gomme a terra è ferma {dove} {tempo}. | Auto abbandonata con i vetri rotti {dove}. | La stessa auto occupa il posto {dove} {tempo}.',
          'Il veicolo è stato rimosso {quando} al termine della procedura. | Auto portata via {quando}.',
        ],
        [
          'Furgone senza targa | Furgone abbandonato',
          'Un furgone senza targa occupa il posto {dove}. | Furgone pieno di rottami {dove} {tempo}. | {Dove} c’è un furgone che nessuno sposta.',
          'Furgone rimosso {quando}. | Il furgone è stato prelevato {quando} dopo le verifiche.',
        ],
        [
          'Bici abbandonate | Rastrelliera piena di rottami',
          'Alla rastrelliera {dove} ci sono otto bici arrugginite. | Bici senza ruote legate {dove} {tempo}. | Carcasse di biciclette {dove}.',
          'Biciclette rimosse {quando} e portate al deposito. | Rastrelliera liberata {quando}.',
        ],
      ],
    },
    {
      code: 'sosta',
      it: 'Sosta irregolare',
      en: 'Illegal parking',
      weight: 22,
      answered:
        'La via è stata inserita nei servizi della Polizia locale. | La sosta in quel tratto è consentita: la segnaletica è in regola.',
      waiting: 'Attendiamo l’ordinanza per i paletti.',
      cases: [
        [
          'Auto sulle strisce | Sosta sulle strisce',
          'Ogni mattina auto parcheggiate sulle strisce {dove}. | Sostano sull’attraversamento {dove}. | {Dove} le strisce sono sempre occupate.',
          'La pattuglia è passata {quando}: elevate quattro sanzioni. I controlli continuano. | Installati due paletti {quando}.',
        ],
        [
          'Doppia fila continua | Furgoni in doppia fila',
          'Furgoni in doppia fila {dove} dalle otto alle nove. | Doppia fila continua {dove}, l’autobus non passa. | {Dove} si fermano in mezzo alla strada.',
          'Controlli eseguiti {quando} negli orari indicati. | Riorganizzato lo stallo di carico {quando}.',
        ],
        [
          'Auto sulla ciclabile | Sosta sulla ciclabile',
          'Parcheggiano sulla ciclabile {dove}. | Auto sulla pista ciclabile {dove} {tempo}. | Le bici devono scendere in strada {dove} per le auto in sosta.',
          'Posati i dissuasori {quando}. | Sanzionati sei veicoli {quando}.',
        ],
      ],
    },
    {
      code: 'rumori',
      it: 'Rumori e disturbo',
      en: 'Noise and nuisance',
      weight: 16,
      answered:
        'L’orario è autorizzato: abbiamo richiamato al rispetto dei limiti. | Tre controlli serali non hanno rilevato violazioni.',
      waiting: 'Attendiamo la misura fonometrica dell’agenzia ambientale.',
      cases: [
        [
          'Musica fino a tardi | Musica troppo alta',
          'Musica alta fino alle due di notte {dove}. | Non si dorme per la musica {dove} {tempo}. | Il fine settimana musica a tutto volume {dove}.',
          'Controllo eseguito {quando}, il locale è stato diffidato. | Limiti di orario imposti {quando}.',
        ],
        [
          'Schiamazzi notturni | Rumori di notte',
          'Schiamazzi {dove} ogni fine settimana {tempo}. | Gruppi rumorosi fino a notte {dove}. | Urla e bottiglie {dove} dopo mezzanotte.',
          'Controlli serali eseguiti {quando}: il disturbo è cessato. | Servizio serale attivato {quando}.',
        ],
        [
          'Rumore dal cantiere | Cantiere prima delle sette',
          'Il cantiere {dove} comincia prima delle sette. | Martello pneumatico {dove} anche il sabato. | Rumore di cantiere {dove} oltre l’orario.',
          'Impresa richiamata e sanzionata {quando}. | Orari del cantiere corretti {quando}.',
        ],
      ],
    },
  ],
};
