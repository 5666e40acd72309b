import type { TopicWords } from './words.ts';

/** Buche e asfalto. */
export const potholes: TopicWords = {
  code: 'buche',
  it: 'Buche e asfalto',
  en: 'Potholes and road surface',
  consequences:
    "Ieri un ciclista è quasi caduto. | Ho sentito un colpo fortissimo alla ruota. | Con la pioggia si riempie d'acqua e non si vede. | Ci passa anche l’autobus. | Di sera la via è poco illuminata. | È sul percorso casa-scuola di molti ragazzi. | I motorini la evitano andando contromano. | Trema tutta la casa quando passano i camion.",
  notes:
    'Profondità circa 7 cm, messo un cono. | Cedimento del sottofondo, serve uno scavo. | Inserita nel giro di asfalto a freddo. | Da rivedere dopo le piogge.',
  notCompetent:
    'La strada è provinciale: abbiamo inoltrato la segnalazione alla Provincia. | La via è privata ad uso pubblico: la manutenzione spetta ai proprietari.',
  kinds: [
    {
      code: 'buca-strada',
      it: 'Buca in strada',
      en: 'Pothole',
      weight: 62,
      answered:
        'La via è nel piano asfaltature della prossima stagione; intanto il tratto è segnalato. | Al sopralluogo la profondità è sotto i due centimetri: teniamo il punto sotto controllo.',
      waiting:
        "Serve l'asfalto a caldo, che si stende solo con temperature miti: intanto la buca è riempita e segnalata. | Attendiamo che il gestore della rete completi lo scavo prima di ripristinare.",
      cases: [
        [
          'Buca profonda | Buca pericolosa | Buca che non si vede',
          "C'è una buca profonda {dove}, si vede solo all'ultimo momento. | Buca di quasi dieci centimetri {dove}. | {Dove} c’è una buca che fa paura {tempo}.",
          'Buca chiusa con asfalto a freddo {quando}. Il ripristino definitivo è in programma. | Riparata {quando}. Nei dintorni abbiamo chiuso altre tre buche.',
        ],
        [
          'Buca dopo la pioggia | Altra buca dopo la pioggia',
          'Dopo le piogge si è aperta una buca larga mezzo metro {dove}. | La pioggia ha scavato una buca {dove}. | Nuova buca {dove}, si allarga ogni giorno.',
          'Buca riempita e compattata {quando}. | Intervento terminato {quando}: chiuse la buca e due crepe vicine.',
        ],
        [
          'Buca riaperta | Buca coperta male',
          'La buca {dove} era stata riempita ma si è riaperta {tempo}. | Il rattoppo {dove} è già saltato via. | Avevano chiuso la buca {dove}, è durata due settimane.',
          'Rifatta {quando} con taglio e sottofondo nuovo: questa volta è definitiva. | Ripristino rifatto {quando} a spese della ditta.',
        ],
        [
          'Buca in mezzo alla corsia | Buca sulla curva',
          'Segnalo una buca in mezzo alla corsia {dove}. | Buca proprio dove passano le ruote {dove}. | In piena carreggiata {dove} c’è una buca larga quanto un piatto.',
          'La squadra ha ripristinato il manto {quando} e ha controllato tutta la via. | Corsia riparata {quando}.',
        ],
        [
          'Buche in serie | Strada piena di buche',
          'Serie di buche vicine {dove}: le macchine sbandano per evitarle. | Ho contato otto buche {dove}. | {Dove} è un campo minato {tempo}.',
          'Chiuse tutte le buche del tratto {quando}. | Riasfaltati circa quaranta metri {quando}.',
        ],
        [
          'Buca pericolosa per le bici | Buca sul lato delle bici',
          'Buca sul bordo destro {dove}, dove passano le biciclette. | In bici ho rischiato di cadere per la buca {dove}. | Asfalto mancante vicino al cordolo {dove} {tempo}.',
          'Bordo strada ripristinato {quando}. | Buca chiusa {quando} e cordolo sigillato.',
        ],
      ],
    },
    {
      code: 'asfalto-rovinato',
      it: 'Asfalto rovinato',
      en: 'Worn asphalt',
      weight: 26,
      serviceDays: 25,
      answered:
        'Il tratto sarà rifatto insieme ai lavori sulla rete già programmati. | Il rifacimento completo è nel piano triennale; nel frattempo chiudiamo le crepe più larghe.',
      waiting:
        'Serve una chiusura della strada: attendiamo la data dalla Polizia locale. | Attendiamo il collaudo dello scavo della fibra prima di asfaltare.',
      cases: [
        [
          'Asfalto tutto crepe | Manto da rifare',
          "L'asfalto {dove} è tutto crepe e rattoppi. | {Dove} il manto è consumato e pieno di crepe. | La strada {dove} si sta sfaldando {tempo}.",
          'Abbiamo fresato e riasfaltato il tratto {quando}. | Nuovo manto steso {quando} per circa sessanta metri.',
        ],
        [
          'Ripristino sprofondato | Scavo chiuso male',
          'Dopo lo scavo della fibra il ripristino {dove} è sprofondato. | La traccia dello scavo {dove} è una trincea. | Hanno chiuso male i lavori {dove}.',
          'Il gestore dello scavo ha rifatto il ripristino {quando}, su nostra richiesta. | Traccia riempita e asfaltata {quando}.',
        ],
        [
          'Avvallamento | Avvallamento in carreggiata',
          'Avvallamento lungo qualche metro {dove}, con la pioggia diventa un lago. | La strada {dove} è sprofondata {tempo}. | C’è un dosso seguito da un avvallamento {dove}.',
          'Avvallamento eliminato {quando} con ricarica di asfalto. | Sottofondo consolidato e tratto riasfaltato {quando}.',
        ],
      ],
    },
    {
      code: 'tombino',
      it: 'Tombino o chiusino',
      en: 'Manhole cover',
      weight: 12,
      serviceDays: 7,
      answered: 'Il chiusino è di un gestore telefonico: gli abbiamo ordinato di sistemarlo.',
      waiting: 'Attendiamo il nuovo telaio in ghisa dal fornitore.',
      cases: [
        [
          'Tombino che balla | Tombino rumoroso',
          'Il tombino {dove} balla e fa rumore a ogni passaggio, anche di notte. | Rumore continuo dal chiusino {dove} {tempo}. | Ogni auto fa saltare il tombino {dove}.',
          'Chiusino fissato {quando}: non fa più rumore. | Sostituita la guarnizione del tombino {quando}.',
        ],
        [
          'Chiusino sprofondato | Tombino troppo basso',
          'Il chiusino {dove} è più basso della strada di una spanna. | Tombino sprofondato {dove}. | {Dove} il chiusino ha ceduto da un lato.',
          'Chiusino rimesso in quota {quando}. | Telaio rifatto e asfaltato attorno {quando}.',
        ],
        [
          'Griglia rotta | Griglia pericolosa per le bici',
          'La griglia {dove} è rotta, ci entra la ruota di una bici. | Manca un pezzo della griglia {dove}. | Griglia spezzata {dove}, qualcuno ci ha messo sopra un’asse.',
          'Griglia sostituita {quando}. | Montata una griglia con maglie strette {quando}.',
        ],
      ],
    },
  ],
};
