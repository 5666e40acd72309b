import type { TopicWords } from './words.ts';

/** Rifiuti e igiene urbana. */
export const waste: TopicWords = {
  code: 'rifiuti',
  it: 'Rifiuti e igiene urbana',
  en: 'Waste and street cleaning',
  consequences:
    "[5-9] L'odore con il caldo è insopportabile. | Di notte arrivano i topi. | Si deve scendere in strada per passare. | È già la terza volta in pochi mesi. | Il vento sparge tutto nei giardini. | Brutto biglietto da visita per chi arriva in città. | Così non si fa più la differenziata.",
  notes:
    'Verificato con il gestore: giro saltato per un guasto al mezzo. | Punto critico, proposta una fototrappola. | Inserito nel giro di domani. | Terzo ritrovamento in un mese nello stesso punto.',
  notCompetent:
    "I rifiuti sono in un'area privata: la rimozione spetta alla proprietà, che abbiamo avvisato. | Il punto è lungo una strada provinciale: abbiamo inoltrato la segnalazione alla Provincia.",
  kinds: [
    {
      code: 'rifiuti-abbandonati',
      it: 'Rifiuti abbandonati',
      en: 'Dumped waste',
      weight: 42,
      answered:
        'Il punto è tra quelli controllati con le fototrappole: gli accertamenti sono in corso. | Al sopralluogo i rifiuti non erano più presenti. Se si ripete, scriveteci di nuovo.',
      waiting:
        'Il materiale contiene forse amianto: attendiamo la ditta autorizzata. | Parte dei rifiuti è in area privata: abbiamo scritto alla proprietà e attendiamo risposta.',
      cases: [
        [
          'Sacchi abbandonati | Sacchi accanto ai cassonetti | Spazzatura lasciata a terra',
          'Accanto ai cassonetti {dove} ci sono sacchi di spazzatura a terra {tempo}. | Montagna di sacchi neri {dove}, nessuno li porta via. | {Dove} lasciano i sacchi fuori dai bidoni {tempo}.',
          'Sacchi rimossi {quando}. Nelle prossime settimane passeremo più spesso. | La squadra è passata {quando}: sacchi portati via e piazzola lavata.',
        ],
        [
          'Materasso abbandonato | Materassi e mobili in strada',
          '{Dove} qualcuno ha abbandonato un materasso e due mobili. | Ci sono un materasso macchiato e una rete {dove} {tempo}. | Hanno lasciato un materasso appoggiato al muro {dove}.',
          'Materasso ritirato {quando}. Ricordiamo che il ritiro a domicilio è gratuito, su prenotazione. | Ingombranti portati al centro di raccolta {quando}.',
        ],
        [
          'Divano lasciato in strada | Ingombranti sul marciapiede',
          'Un divano a due posti è stato lasciato sul marciapiede {dove}. | Divano e poltrone abbandonati {dove} {tempo}. | {Dove} c’è un divano rotto che blocca il passaggio.',
          'Divano ritirato {quando}. | Ingombranti rimossi {quando}, marciapiede di nuovo libero.',
        ],
        [
          'Frigorifero abbandonato | Elettrodomestici in strada',
          'Un vecchio frigorifero è stato lasciato {dove}. | {Dove} hanno scaricato un frigo e una lavatrice. | Frigorifero senza porta sul ciglio {dove} {tempo}.',
          'Elettrodomestici ritirati {quando} e avviati al recupero. | Frigorifero rimosso {quando} dalla squadra ingombranti.',
        ],
        [
          'Calcinacci e vernici | Macerie scaricate | Discarica di calcinacci',
          'Continuano a scaricare calcinacci e secchi di vernice {dove}. | Sacchi di macerie e piastrelle rotte {dove} {tempo}. | {Dove} è comparso un mucchio di calcinacci.',
          'Macerie rimosse {quando}; la Polizia locale cerca di risalire ai responsabili. | Materiale edile portato via {quando}.',
        ],
        [
          'Pneumatici nel fosso | Gomme abbandonate',
          'Ci sono sei pneumatici buttati nel fosso {dove}. | {Dove} hanno lasciato gomme e pezzi di plastica di auto. | Pneumatici e una batteria abbandonati {dove} {tempo}.',
          'Pneumatici recuperati {quando}. | Fosso ripulito {quando}: tolti gomme e pezzi di carrozzeria.',
        ],
      ],
    },
    {
      code: 'cassonetti',
      it: 'Cassonetti e raccolta',
      en: 'Bins and collection',
      weight: 34,
      answered:
        'La via ha un passaggio a settimana: il calendario è sul sito del Comune. | Il numero dei cassonetti è proporzionato alle utenze: aumenteremo i passaggi nei mesi di punta.',
      waiting: 'Il cassonetto nuovo è ordinato: attendiamo la consegna.',
      cases: [
        [
          'Cassonetto della carta pieno | Carta traboccante',
          'Il cassonetto della carta {dove} è pieno {tempo} e la gente lascia tutto fuori. | La carta {dove} trabocca, scatoloni per terra. | Bidone della carta {dove} stracolmo {tempo}.',
          'Carta svuotata {quando}. Abbiamo chiesto al gestore di rivedere il giro. | Svuotato e pulito attorno {quando}.',
        ],
        [
          'Organico non raccolto | Umido non ritirato',
          "L'organico {dove} non è stato ritirato: doveva passare ieri. | Saltata la raccolta dell'umido {dove}. | I bidoncini dell'organico {dove} sono ancora pieni {tempo}.",
          'Raccolta recuperata {quando}. Il mezzo era fermo per un guasto, ci scusiamo. | Organico ritirato {quando} con un giro straordinario.',
        ],
        [
          'Campana del vetro piena | Bottiglie per terra',
          'La campana del vetro {dove} è colma, le bottiglie sono per terra. | {Dove} il vetro non viene svuotato {tempo}. | Vetro pieno e cocci tutto intorno {dove}.',
          'Vetro svuotato {quando} e cocci raccolti. | Campana svuotata {quando}; aggiunto un passaggio al mese.',
        ],
        [
          'Cassonetto rotto | Coperchio rotto | Pedale guasto',
          'Il coperchio del cassonetto {dove} è rotto e resta sempre aperto. | Il pedale del cassonetto grigio {dove} non funziona. | Cassonetto senza una ruota, inclinato in strada {dove}.',
          'Cassonetto sostituito {quando}. Grazie per averlo segnalato. | Pedale e coperchio riparati {quando}.',
        ],
        [
          'Plastica non ritirata | Sacchi gialli in strada',
          'La plastica {dove} salta il giro di raccolta {tempo}. | Sacchi gialli fermi {dove} {tempo}. | Non hanno ritirato la plastica {dove}.',
          'Plastica ritirata {quando}: la via mancava dal nuovo giro, ora è stata aggiunta. | Raccolta recuperata {quando}.',
        ],
      ],
    },
    {
      code: 'pulizia-strade',
      it: 'Pulizia delle strade',
      en: 'Street cleaning',
      weight: 24,
      answered:
        'La via è spazzata ogni due settimane: il prossimo passaggio è già in calendario. | Al sopralluogo la via risultava pulita: il giro era passato la mattina stessa.',
      waiting: 'Serve il divieto di sosta per far passare la spazzatrice: attendiamo l’ordinanza.',
      cases: [
        [
          'Strada sporca | Via non spazzata',
          'La strada {dove} non viene spazzata {tempo}. | Sporcizia e cartacce lungo i cordoli {dove}. | {Dove} la spazzatrice non si vede {tempo}.',
          'Spazzamento straordinario eseguito {quando}. | Via spazzata e lavata {quando}; torna nel calendario ordinario.',
        ],
        [
          'Vetri a terra | Vetri rotti',
          'Ci sono vetri rotti {dove}, passano tanti bambini e cani. | Bottiglie rotte a terra {dove}. | Tutto il passaggio {dove} è coperto di vetri.',
          'Vetri raccolti {quando}. | Squadra passata {quando}: tratto pulito.',
        ],
        [
          'Cestino traboccante | Cestino mai svuotato',
          'Il cestino {dove} trabocca e il vento porta le carte ovunque. | Cestino pieno {dove} {tempo}. | Non svuotano il cestino {dove} {tempo}.',
          'Cestino svuotato {quando}, il giro è diventato quotidiano. | Svuotato {quando}; presto ne arriverà uno più grande.',
        ],
        [
          '[10-12] Foglie non raccolte | [10-12] Tappeto di foglie | Fango sulla strada',
          '[10-12] Foglie bagnate coprono il passaggio {dove}, si scivola. | [10-12] Nessuno raccoglie le foglie {dove} {tempo}. | Terra e fango sulla strada {dove} dopo il passaggio dei mezzi.',
          'Tratto ripulito {quando}. | Pulizia eseguita {quando} con la spazzatrice.',
        ],
        [
          'Escrementi sul marciapiede | Deiezioni di cani',
          'Il marciapiede {dove} è pieno di escrementi di cane. | Deiezioni ovunque {dove}, serve un controllo. | {Dove} non si cammina per gli escrementi {tempo}.',
          'Marciapiede lavato {quando}; installato un distributore di sacchetti. | Lavaggio eseguito {quando}. La Polizia locale farà controlli mirati.',
        ],
      ],
    },
  ],
};
