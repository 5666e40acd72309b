import type { TopicWords } from './words.ts';

/** Segnaletica e semafori. */
export const signs: TopicWords = {
  code: 'segnaletica',
  it: 'Segnaletica e semafori',
  en: 'Signs and traffic lights',
  consequences:
    'Le auto non si fermano. | Ho visto due incidenti sfiorati. | Chi non è del posto sbaglia strada. | Ci passano i bambini della scuola. | Nelle ore di punta si formano code lunghissime. | Di notte è ancora peggio. | Basterebbe poco per evitare un incidente.',
  notes:
    'Palo da sostituire, misura 60. | Inserito nel giro di vernice di zona. | Centralina resettata, da tenere d’occhio. | Serve ordinanza.',
  notCompetent:
    'Il cartello è della Provincia, a cui abbiamo inoltrato la segnalazione. | L’incrocio è su strada statale: segnalazione inoltrata al gestore.',
  kinds: [
    {
      code: 'strisce',
      it: 'Strisce e segni a terra',
      en: 'Road markings',
      weight: 36,
      serviceDays: 20,
      answered:
        '[11-3] La vernice non tiene sotto i dieci gradi: la via è nel primo giro di primavera. | La via sarà riasfaltata a breve: le strisce saranno rifatte subito dopo.',
      waiting: 'Servono giornate asciutte e miti per la vernice: il lavoro è già assegnato.',
      cases: [
        [
          'Strisce pedonali invisibili | Strisce da rifare',
          'Le strisce pedonali {dove} non si vedono più. | Strisce quasi cancellate {dove} {tempo}. | {Dove} le auto non vedono l’attraversamento, vernice sparita.',
          'Strisce ridipinte {quando}, insieme alle altre della via. | Attraversamento rifatto {quando} con vernice rifrangente.',
        ],
        [
          'Stop sbiadito | Riga di stop cancellata',
          'La riga di stop {dove} è cancellata {tempo}. | La scritta STOP a terra {dove} non si legge. | Non si capisce chi deve fermarsi {dove}, i segni a terra sono spariti.',
          'Segnaletica orizzontale rifatta {quando}. | Stop ridipinto {quando}.',
        ],
        [
          'Strisce mai rifatte | Strada asfaltata senza strisce',
          "Dopo l'asfaltatura non hanno rifatto le strisce {dove}. | Asfalto nuovo ma nessuna riga {dove}. | {Dove} aspettiamo le strisce {tempo}.",
          'Segnaletica tracciata {quando} dopo l’assestamento dell’asfalto. | Strisce e mezzeria rifatte {quando}.',
        ],
        [
          'Posto disabili cancellato | Stallo disabili invisibile',
          'Il posto per disabili {dove} non è più segnato a terra. | Le righe gialle {dove} sono sparite e tutti ci parcheggiano. | Stallo disabili sbiadito {dove}.',
          'Stallo ridipinto {quando}. | Posto riservato rifatto {quando}, con il cartello.',
        ],
      ],
    },
    {
      code: 'cartelli',
      it: 'Cartelli',
      en: 'Road signs',
      weight: 38,
      answered:
        'La modifica richiede un’ordinanza: è allo studio dell’Ufficio Mobilità. | Il cartello è provvisorio e sarà tolto a fine cantiere.',
      waiting: 'Il cartello nuovo è in produzione.',
      cases: [
        [
          'Cartello a terra | Cartello caduto',
          'Il cartello {dove} è caduto a terra. | Un segnale stradale è appoggiato al muro {dove} {tempo}. | Vento forte: cartello divelto {dove}.',
          'Cartello rimesso in posizione {quando}. | Palo e cartello ripiantati {quando}.',
        ],
        [
          'Stop coperto dai rami | Cartello nascosto',
          'Il segnale di stop {dove} è coperto dalle piante. | Non si legge il cartello {dove}, troppi rami davanti. | Divieto nascosto dalla siepe {dove} {tempo}.',
          'Liberata dai rami la segnaletica {quando}. | Rami tagliati e cartello pulito {quando}.',
        ],
        [
          'Cartello girato | Senso unico girato',
          'Il cartello di senso unico {dove} è girato dalla parte sbagliata. | Qualcuno ha ruotato il cartello {dove}. | Il segnale {dove} guarda verso il muro.',
          'Cartello orientato e bloccato {quando}. | Riposizionato {quando} con un nuovo collare.',
        ],
        [
          'Specchio stradale rotto | Specchio da regolare',
          'Lo specchio stradale {dove} è rotto {tempo}. | Dallo specchio {dove} si vede solo il cielo. | Uscire dal passo {dove} è un rischio, lo specchio è appannato.',
          'Specchio sostituito {quando}. | Specchio regolato e pulito {quando}.',
        ],
        [
          'Palo del cartello piegato | Palo pericoloso',
          'Il palo del divieto {dove} è piegato in mezzo al passaggio. | Un palo segnaletico sporge sulla strada {dove}. | Palo storto e con il bordo tagliente {dove}.',
          'Palo sostituito {quando}. | Palo raddrizzato {quando}.',
        ],
      ],
    },
    {
      code: 'semafori',
      it: 'Semafori',
      en: 'Traffic lights',
      weight: 26,
      serviceDays: 3,
      answered: 'Abbiamo misurato i tempi del semaforo: rispettano la norma per la larghezza della strada.',
      waiting: 'Attendiamo il ricambio per la centralina.',
      cases: [
        [
          'Semaforo guasto | Semaforo lampeggiante',
          'Il semaforo {dove} lampeggia giallo {tempo}. | Semaforo spento {dove}. | Il semaforo {dove} è bloccato sul rosso.',
          'Semaforo riparato {quando}: sostituita la scheda di controllo. | Centralina riavviata e aggiornata {quando}.',
        ],
        [
          'Verde pedonale troppo breve | Rosso troppo lungo',
          'Il verde pedonale {dove} dura pochi secondi. | Gli anziani non fanno in tempo ad attraversare {dove}. | Rosso interminabile {dove}, la coda arriva all’incrocio prima.',
          'Tempi del semaforo rivisti {quando}: due secondi in più per i pedoni. | Fasi riprogrammate {quando}.',
        ],
        [
          'Pulsante pedonale rotto | Pulsante che non risponde',
          'Il pulsante per i pedoni {dove} non risponde. | Hanno rotto il pulsante del semaforo {dove}. | Premi il pulsante {dove} e non succede nulla {tempo}.',
          'Pulsante sostituito {quando}. | Ripristinata la chiamata pedonale {quando}.',
        ],
        [
          'Lampada del semaforo bruciata | Rosso che non si vede',
          'La lampada rossa del semaforo {dove} è bruciata. | Non si accende il verde {dove}. | Il semaforo {dove} ha una luce spenta {tempo}.',
          'Lampada del semaforo sostituita {quando}. | Montata una lanterna a LED {quando}.',
        ],
      ],
    },
  ],
};
