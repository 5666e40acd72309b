import type { TopicWords } from './words.ts';

/** Animali e insetti. */
export const animals: TopicWords = {
  code: 'animali',
  it: 'Animali e insetti',
  en: 'Animals and insects',
  consequences:
    '[5-10] Non si possono aprire le finestre. | Accanto c’è il nido d’infanzia. | Il condominio ha già fatto la sua parte. | È una questione di igiene. | I vicini sono esasperati. | Servirebbe un intervento prima che peggiori.',
  notes:
    'Esche posate, ricontrollo tra 15 giorni. | Focolaio in area privata accanto. | Inserita nel giro della ditta. | Sentito il servizio veterinario.',
  notCompetent: 'Il problema riguarda un cortile privato: abbiamo scritto all’amministratore con le istruzioni.',
  kinds: [
    {
      code: 'zanzare',
      it: 'Zanzare e insetti',
      en: 'Mosquitoes and insects',
      weight: 46,
      answered:
        '[5-9] La via è già nel ciclo dei trattamenti di maggio-settembre: prossimo passaggio entro due settimane. | Al controllo non risultano focolai su suolo pubblico: consigliamo di verificare i sottovasi nei cortili.',
      waiting: 'Con la pioggia il trattamento è inutile: si riprende col bel tempo.',
      cases: [
        [
          '[5-10] Invasione di zanzare | [5-10] Zanzare e acqua stagnante | Insetti dai tombini',
          "[5-10] Zanzare a tutte le ore {dove}. | [5-10] L'acqua ferma nei tombini {dove} è piena di larve. | Escono insetti dalla griglia {dove}.",
          'Trattamento larvicida eseguito {quando} in tutte le caditoie della via. | Disinfestazione completata {quando}.',
        ],
        [
          '[4-10] Nido di vespe | Nido di calabroni',
          "C'è un nido di vespe {dove}, proprio sopra il passaggio. | Calabroni in un albero cavo {dove}. | Vespe che escono da un pozzetto {dove} {tempo}.",
          'Nido rimosso {quando}. | Nido trattato e tolto {quando} dalla ditta.',
        ],
        [
          'Blatte dal tombino | Scarafaggi in strada',
          'Escono blatte dai pozzetti {dove} {tempo}. | Scarafaggi di notte {dove}. | Decine di blatte vicino al portone {dove}.',
          'Pozzetti trattati contro le blatte {quando}. | Trattamento eseguito {quando}, ricontrollo tra un mese.',
        ],
        [
          '[1-5] Processionaria | Nidi sugli alberi',
          '[1-5] Sugli alberi {dove} ci sono nidi di processionaria. | [1-5] Processionarie a terra {dove}, pericolose per i cani. | Nidi bianchi di insetti sui rami {dove}.',
          'Nidi rimossi {quando} con la piattaforma. | Trattamento degli alberi completato {quando}.',
        ],
      ],
    },
    {
      code: 'topi',
      it: 'Topi e ratti',
      en: 'Rats and mice',
      weight: 34,
      answered: 'La zona è già nel ciclo di derattizzazione: i consumi delle esche sono in calo.',
      waiting: 'Serve l’accesso a un cortile privato: attendiamo il consenso.',
      cases: [
        [
          'Ratti di giorno | Ratti nel fossato',
          'Si vedono ratti anche di giorno {dove}. | Ratti grandi lungo il fosso {dove} {tempo}. | Tane di ratti lungo il muro {dove}.',
          'La ditta ha posizionato le esche {quando}; i controlli continuano per un mese. | Tane chiuse e derattizzazione eseguita {quando}.',
        ],
        [
          'Topi vicino ai cassonetti | Topi tra i rifiuti',
          'Topi tra i cassonetti {dove}. | Appena fa buio i topi girano attorno ai bidoni {dove}. | {Dove} ci sono topi che rosicchiano i sacchi.',
          'Esche posate {quando} e piazzola dei cassonetti lavata. | Derattizzazione eseguita {quando}; raccolta intensificata.',
        ],
        [
          'Topi dal tombino | Derattizzazione necessaria',
          'I topi escono dal tombino {dove} {tempo}. | Serve una derattizzazione {dove}. | Ho visto tre topi entrare nella griglia {dove}.',
          'Pozzetti trattati {quando}. | Posate le esche nei pozzetti {quando}.',
        ],
      ],
    },
    {
      code: 'altri-animali',
      it: 'Piccioni e altri animali',
      en: 'Pigeons and other animals',
      weight: 20,
      answered:
        'Il canile ha fatto due uscite senza trovare l’animale. | Per i piccioni è in corso il piano di contenimento con mangime sterilizzante.',
      waiting: 'Attendiamo il parere del servizio veterinario.',
      cases: [
        [
          'Piccioni sotto i portici | Guano ovunque',
          'I piccioni hanno ricoperto di guano il passaggio {dove}. | Guano sulle panchine e per terra {dove} {tempo}. | Qualcuno dà da mangiare ai piccioni {dove}.',
          'Passaggio lavato e dissuasori installati {quando}. | Pulizia del guano eseguita {quando}.',
        ],
        [
          'Animale morto in strada | Carcassa sul ciglio',
          'C’è un animale morto a bordo strada {dove}. | Carcassa di riccio {dove}. | Un gatto investito è ancora {dove}.',
          'Carcassa rimossa {quando} e zona disinfettata. | Animale recuperato {quando}.',
        ],
        [
          'Nutrie sull’argine | Tane di nutria',
          'Le nutrie stanno scavando la riva {dove}. | Nutrie a passeggio {dove}. | L’argine {dove} è pieno di tane.',
          'Tane chiuse {quando} con il consorzio di bonifica. | Cattura eseguita {quando} secondo il piano regionale.',
        ],
        [
          'Cane vagante | Cane libero',
          'Un cane senza guinzaglio gira da solo {dove} {tempo}. | Cane grande e solo {dove}. | Da due sere c’è un cane vagante {dove}.',
          'Cane recuperato {quando} e portato al canile. | Proprietario rintracciato e sanzionato {quando}.',
        ],
      ],
    },
  ],
};
