import type { TopicWords } from './words.ts';

/** Scuole ed edifici. */
export const buildings: TopicWords = {
  code: 'scuole',
  it: 'Scuole ed edifici',
  en: 'Schools and public buildings',
  consequences:
    'Chi è in carrozzina non può entrare. | L’avevano già aggiustato pochi mesi fa. | Chiediamo almeno un controllo. | Il personale lo ha già detto più volte. | È un servizio usato da centinaia di persone. | Non si può aspettare ancora.',
  notes:
    'Ditta di manutenzione avvisata. | Sopralluogo fissato. | Preventivo richiesto. | Già in elenco lavori, anticipare se possibile.',
  notCompetent:
    'L’edificio è della Provincia: segnalazione inoltrata. | L’impianto è in gestione a una società sportiva, che abbiamo avvisato.',
  kinds: [
    {
      code: 'scuole-manutenzione',
      it: 'Scuole',
      en: 'Schools',
      weight: 58,
      at: 'buildings',
      answered:
        'L’intervento è compreso nei lavori estivi, già appaltati. | Il rifacimento è finanziato con i fondi per l’edilizia scolastica: intanto abbiamo messo in sicurezza.',
      waiting: 'Attendiamo la fine delle lezioni per poter lavorare in sicurezza.',
      cases: [
        [
          '[10-4] Riscaldamento fermo | [10-4] Aule fredde | [5-9] Aule roventi',
          '[10-4] Il riscaldamento {dove} non parte. | [10-4] Termosifoni freddi {dove} {tempo}. | [5-9] {Dove} non funziona la ventilazione delle aule.',
          'Impianto ripartito {quando}: sostituita la pompa. | Centralina dell’impianto riparata {quando}.',
        ],
        [
          'Infiltrazioni in aula | Piove dentro',
          'Piove dentro {dove}: ci sono secchi in corridoio. | Macchie di umidità sul soffitto {dove}. | Infiltrazioni dal tetto {dove} {tempo}.',
          'Riparata la guaina del tetto {quando}; i locali sono asciutti. | Grondaia liberata e soffitto ripristinato {quando}.',
        ],
        [
          'Cancello che non si chiude | Cancello rotto',
          'Il cancello {dove} non si chiude più. | Serratura del cancello rotta {dove} {tempo}. | {Dove} il cancello resta aperto anche durante l’orario.',
          'Cancello riparato {quando}. | Serratura sostituita {quando}.',
        ],
        [
          'Tapparelle bloccate | Aule al buio',
          'Le tapparelle {dove} sono bloccate, le aule restano al buio. | Tre tapparelle rotte {dove}. | {Dove} non si alzano più le tapparelle {tempo}.',
          'Tapparelle riparate {quando}. | Sostituite le cinghie delle tapparelle {quando}.',
        ],
        [
          'Bagni senz’acqua calda | Bagno fuori uso',
          'Nei bagni {dove} manca l’acqua calda {tempo}. | Un bagno {dove} è chiuso per guasto. | Scarico rotto nei bagni {dove}.',
          'Idraulico intervenuto {quando}: servizi di nuovo in uso. | Scaldacqua sostituito {quando}.',
        ],
      ],
    },
    {
      code: 'edifici',
      it: 'Palestre, biblioteche, uffici',
      en: 'Gyms, libraries, offices',
      weight: 28,
      at: 'buildings',
      answered: 'Il lavoro è nel programma di manutenzione del prossimo anno.',
      waiting: 'Pezzo di ricambio ordinato al costruttore.',
      cases: [
        [
          'Ascensore fermo | Ascensore guasto',
          'L’ascensore {dove} è fermo {tempo}. | Ascensore fuori servizio {dove}. | {Dove} si sale solo a piedi, ascensore guasto.',
          'Ascensore di nuovo in servizio {quando} dopo la verifica. | Scheda dell’ascensore sostituita {quando}.',
        ],
        [
          'Intonaco che cade | Facciata pericolosa',
          'Cade intonaco dalla facciata {dove}. | Calcinacci a terra {dove} {tempo}. | Il cornicione {dove} si sta sgretolando.',
          'Intonaco messo in sicurezza {quando}. | Facciata controllata e ripristinata {quando}.',
        ],
        [
          'Porta automatica guasta | Porta che si blocca',
          'La porta automatica {dove} si blocca a metà. | Porta d’ingresso pesantissima {dove}. | {Dove} la porta scorrevole non si apre.',
          'Porta automatica riparata {quando}. | Sostituito il sensore della porta {quando}.',
        ],
        [
          'Bagno disabili inagibile | Bagno come ripostiglio',
          'Il bagno per disabili {dove} è usato come ripostiglio. | Bagno accessibile chiuso a chiave {dove}. | Maniglione rotto nel bagno {dove} {tempo}.',
          'Bagno liberato e riparato {quando}. | Maniglione sostituito {quando}.',
        ],
      ],
    },
    {
      code: 'cimiteri',
      it: 'Cimiteri',
      en: 'Cemeteries',
      weight: 14,
      at: 'buildings',
      answered: 'I vialetti saranno rifatti con il prossimo lotto di lavori.',
      waiting: 'Attendiamo la ditta della manutenzione.',
      cases: [
        [
          'Vialetto dissestato | Vialetti pieni di buche',
          'I vialetti {dove} sono pieni di buche. | Ghiaia dappertutto, impossibile con il deambulatore {dove}. | Vialetto allagato {dove}.',
          'Vialetti livellati {quando}. | Vialetto sistemato {quando}.',
        ],
        [
          'Scala rotta | Scale mobili inutilizzabili',
          'Le scale con le ruote {dove} sono rotte. | Una sola scala funziona {dove}. | Scala senza freno {dove}, pericolosa.',
          'Scale riparate {quando}. | Due scale nuove consegnate {quando}.',
        ],
        [
          'Fontana guasta | Manca l’acqua',
          'Manca l’acqua alle fontane {dove} {tempo}. | Rubinetto rotto {dove}. | Fontane a secco {dove}.',
          'Fontane riattivate {quando}. | Rubinetti sostituiti {quando}.',
        ],
      ],
    },
  ],
};
