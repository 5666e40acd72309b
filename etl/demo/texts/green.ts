import type { TopicWords } from './words.ts';

/** Verde pubblico e alberi. */
export const green: TopicWords = {
  code: 'verde',
  it: 'Verde pubblico e alberi',
  en: 'Parks and trees',
  consequences:
    'Qui giocano i bambini. | Agli incroci non si vede chi arriva. | Se cade colpisce le auto in sosta. | Chi è in carrozzina deve passare in strada. | È un peccato, era un bel giardino. | Con il prossimo temporale viene giù. | I residenti si sono offerti di dare una mano.',
  notes:
    'Controllo di stabilità da richiedere, classe C. | Pianta su confine, verificare la proprietà. | In elenco per il lotto 3. | Foto agli atti.',
  notCompetent:
    "L'albero è in un giardino privato: abbiamo scritto al proprietario. | L'argine è del consorzio di bonifica, a cui abbiamo inoltrato la richiesta.",
  kinds: [
    {
      code: 'erba-alta',
      it: 'Erba alta e siepi',
      en: 'Overgrown grass and hedges',
      weight: 40,
      answered:
        '[4-8] La zona è a sfalcio ridotto per gli insetti impollinatori: il taglio è previsto a fine fioritura. | Lo sfalcio della via è nel giro in corso: arriveremo entro due settimane.',
      waiting: 'Il terreno è troppo bagnato per i mezzi: lo sfalcio riprende appena possibile.',
      cases: [
        [
          'Erba alta | Erba altissima | Sfalcio mai fatto',
          "L'erba {dove} è alta quasi un metro. | Non viene tagliata {tempo} la striscia di verde {dove}. | Erba altissima {dove}, serve uno sfalcio.",
          'Sfalcio eseguito {quando}; il prossimo taglio è tra quattro settimane. | Erba tagliata e raccolta {quando}.',
        ],
        [
          'Siepe sul marciapiede | Siepe da potare',
          'La siepe {dove} occupa metà marciapiede. | Siepe cresciuta troppo {dove}, non si passa in due. | {Dove} i rami della siepe arrivano in faccia ai passanti.',
          'Siepe riportata al filo del marciapiede {quando}. | Potatura della siepe eseguita {quando}.',
        ],
        [
          'Aiuola incolta | Aiuola abbandonata',
          "L'aiuola {dove} è piena di erbacce. | Aiuola ridotta a sterpaglia {dove} {tempo}. | {Dove} l’aiuola della rotonda è tutta secca e infestata.",
          'Aiuola ripulita {quando} e inserita nel giro mensile. | Aiuola diserbata a mano e pacciamata {quando}.',
        ],
        [
          'Erbacce sul marciapiede | Erba tra le pietre',
          'Erbacce alte lungo il marciapiede {dove}. | Cresce di tutto tra le pietre {dove}. | Il bordo strada {dove} è invaso dalle erbacce {tempo}.',
          'Diserbo senza prodotti chimici eseguito {quando}. | Marciapiede ripulito {quando}.',
        ],
      ],
    },
    {
      code: 'alberi',
      it: 'Alberi e rami',
      en: 'Trees and branches',
      weight: 38,
      serviceDays: 15,
      answered:
        "L'agronomo ha controllato la pianta: nessun segno di cedimento. Nuovo controllo tra sei mesi. | La potatura si fa a riposo vegetativo: la via è nel programma del prossimo inverno.",
      waiting:
        '[3-7] Ci sono nidi tra i rami: la potatura riprende a fine luglio. | Attendiamo la piattaforma aerea, già prenotata. | La pianta è tutelata: attendiamo il parere della Soprintendenza.',
      cases: [
        [
          'Ramo pericolante | Ramo spezzato',
          'Un grosso ramo è spezzato e pende {dove}. | Ramo pericolante sopra il passaggio {dove} {tempo}. | {Dove} un ramo sta per staccarsi.',
          "Ramo rimosso {quando}. L'agronomo ha visitato la pianta: è in buona salute. | Messo in sicurezza {quando} con la piattaforma.",
        ],
        [
          'Albero secco | Pianta morta',
          "L'albero {dove} sembra secco {tempo}. | Pianta senza foglie e con la corteccia che cade {dove}. | {Dove} c’è un albero morto in mezzo al viale.",
          "L'albero è stato abbattuto {quando} perché compromesso; un nuovo esemplare sarà piantato in autunno. | Pianta secca rimossa {quando}, la buca è pronta per il nuovo impianto.",
        ],
        [
          'Rami contro le finestre | Potatura necessaria',
          'I rami toccano le finestre del primo piano {dove}. | Rami troppo bassi {dove}, li urta l’autobus. | Gli alberi {dove} coprono del tutto il lampione.',
          'Potatura di contenimento eseguita {quando}. | Rami alzati e raccolti {quando}.',
        ],
        [
          'Albero inclinato | Albero pericoloso',
          'Dopo il vento un albero è molto inclinato {dove}. | L’albero {dove} si è piegato verso la strada. | {Dove} le radici di un albero si stanno sollevando.',
          'Prova di trazione eseguita {quando}: la pianta è stata ancorata. | Albero rimosso {quando} per sicurezza.',
        ],
        [
          'Rami caduti | Rami a terra',
          'Cadono rami anche senza vento {dove}. | Rami a terra {dove} {tempo}, nessuno li raccoglie. | Un grosso ramo è caduto sul marciapiede {dove}.',
          'La squadra del verde ha raccolto i rami {quando}. | Rami portati via {quando} e pianta controllata.',
        ],
      ],
    },
    {
      code: 'parchi',
      it: 'Parchi e giardini',
      en: 'Parks and gardens',
      weight: 22,
      at: 'parks',
      answered:
        'Il prato sarà riseminato in autunno: fino ad allora non serve irrigarlo. | Il rifacimento dei vialetti è nel programma del prossimo anno.',
      waiting: 'Attendiamo la pompa di ricambio per l’impianto di irrigazione.',
      cases: [
        [
          '[5-9] Irrigazione che perde | Vialetto allagato',
          "[5-9] L'irrigazione {dove} resta accesa tutta la notte e allaga il vialetto. | Il vialetto {dove} è sempre sott’acqua. | Un tubo perde {dove} {tempo}.",
          'Impianto riparato {quando}, turni rivisti. | Perdita chiusa e vialetto ripristinato {quando}.',
        ],
        [
          'Alberi giovani secchi | Nuove piante da bagnare',
          '{Dove} i nuovi alberi piantati in autunno stanno seccando. | Gli alberelli {dove} non ricevono acqua {tempo}. | Metà delle piante nuove {dove} è morta.',
          'Piante bagnate {quando}; quelle morte saranno sostituite in garanzia. | Irrigazione di soccorso eseguita {quando}.',
        ],
        [
          'Prato senza manutenzione | Prato rovinato',
          'Il prato {dove} è ridotto a terra e buche. | Erba alta e carte ovunque {dove}. | {Dove} dopo la festa il prato è distrutto.',
          'Prato livellato e riseminato {quando}. | Area ripulita e sfalciata {quando}.',
        ],
        [
          'Vialetti coperti di rami | Vialetto impraticabile',
          'I vialetti {dove} sono coperti di rami e foglie {tempo}. | Ghiaia tutta scavata sui vialetti {dove}. | {Dove} non si passa con il passeggino, il vialetto è rovinato.',
          'Vialetti puliti e ricaricati di ghiaia {quando}. | Percorso sistemato {quando}.',
        ],
      ],
    },
  ],
};
