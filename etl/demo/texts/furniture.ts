import type { TopicWords } from './words.ts';

/** Arredo urbano e giochi. */
export const furniture: TopicWords = {
  code: 'arredo',
  it: 'Arredo urbano e giochi',
  en: 'Street furniture and playgrounds',
  consequences:
    'Gli anziani non sanno dove sedersi. | Ieri un bambino si è graffiato. | È l’unico della zona. | Era nuovo solo due anni fa. | Qualcuno può farsi male. | Se ne parla da mesi.',
  notes:
    'Transennato, ordinato il ricambio. | Assi in magazzino, intervento in economia. | Verifica annuale già prevista. | Sentito il fornitore, fuori garanzia.',
  notCompetent: 'L’area è gestita dal condominio: abbiamo avvisato l’amministratore.',
  kinds: [
    {
      code: 'panchine',
      it: 'Panchine, cestini, fontanelle',
      en: 'Benches, litter bins, fountains',
      weight: 46,
      answered:
        'L’arredo sarà sostituito con il rifacimento della piazza. | Il punto non ha lo spazio minimo per un nuovo arredo: ne metteremo uno poco più avanti.',
      waiting: 'Il pezzo di ricambio è ordinato: consegna prevista tra sei settimane.',
      cases: [
        [
          'Panchina rotta | Panchina senza assi',
          'La panchina {dove} ha due assi rotte. | Panchina inutilizzabile {dove} {tempo}. | Alla panchina {dove} manca lo schienale.',
          'Panchina riparata {quando} con assi nuove. | Panchina sostituita {quando}.',
        ],
        [
          'Cestino divelto | Cestino bruciato',
          'Il cestino {dove} è stato divelto {tempo}. | Cestino bruciato {dove}. | {Dove} il cestino è a terra.',
          'Cestino nuovo installato {quando}. | Cestino rifissato {quando}.',
        ],
        [
          'Fontanella senz’acqua | Fontanella chiusa',
          'La fontanella {dove} non dà più acqua. | Fontanella a secco {dove} {tempo}. | [5-9] Con questo caldo la fontanella {dove} è chiusa.',
          'Fontanella riaperta {quando}. | Sostituito il pulsante della fontanella {quando}.',
        ],
        [
          'Rastrelliera danneggiata | Rastrelliera piegata',
          'La rastrelliera {dove} è piegata e inutilizzabile. | Rastrelliera staccata da terra {dove}. | Non si può legare la bici {dove}, la rastrelliera è rotta.',
          'Rastrelliera sostituita {quando}. | Rastrelliera raddrizzata e fissata {quando}.',
        ],
        [
          'Pensilina che perde | Pensilina rovinata',
          'La pensilina {dove} perde acqua proprio sopra la panca. | Tetto della pensilina rotto {dove}. | Alla fermata {dove} ci si bagna anche sotto la pensilina.',
          'Copertura della pensilina riparata {quando}. | Guarnizioni sostituite {quando}.',
        ],
      ],
    },
    {
      code: 'giochi',
      it: 'Giochi per bambini',
      en: 'Playgrounds',
      weight: 40,
      at: 'parks',
      serviceDays: 15,
      answered: 'Il gioco è stato transennato: la sostituzione è nel prossimo ordine.',
      waiting:
        'Attendiamo la verifica del fornitore, il gioco è in garanzia. | Il ricambio è ordinato: consegna prevista tra sei settimane.',
      cases: [
        [
          'Altalena rotta | Catena dell’altalena rotta',
          'L’altalena {dove} ha una catena rotta. | Manca un seggiolino all’altalena {dove}. | Altalena {dove} legata con il nastro {tempo}.',
          'Sostituite le catene e controllati gli altri giochi {quando}. | Altalena riparata {quando}.',
        ],
        [
          'Scivolo pericoloso | Scivolo con bordo tagliente',
          'Lo scivolo {dove} ha il bordo tagliente. | Dallo scivolo {dove} sporge un pezzo di lamiera. | Scala dello scivolo {dove} senza un gradino.',
          'Scivolo messo in sicurezza {quando} dopo la verifica del tecnico. | Bordo dello scivolo rifatto {quando}.',
        ],
        [
          'Pavimento antitrauma rovinato | Tappeto strappato',
          'Il tappeto antitrauma {dove} è strappato {tempo}. | Sotto i giochi {dove} il pavimento è consumato. | Buchi nel pavimento gommato {dove}.',
          'Tappeto antitrauma riparato {quando}. | Rifatto il pavimento sotto i giochi {quando}.',
        ],
        [
          'Viti sporgenti | Gioco a molla rotto',
          'Dal gioco a molla {dove} sporgono le viti. | Gioco a molla staccato {dove}. | {Dove} le viti di un gioco non hanno più i tappi.',
          'Viti coperte e gioco fissato {quando}. | Gioco a molla sostituito {quando}.',
        ],
        [
          'Cancello dell’area giochi | Area giochi aperta sulla strada',
          'Il cancello dell’area giochi {dove} non si chiude. | I bambini possono uscire in strada {dove}, il cancelletto è rotto. | Manca la maniglia al cancello dell’area bimbi {dove}.',
          'Cancello riparato {quando}. | Nuova chiusura montata {quando}.',
        ],
      ],
    },
    {
      code: 'aree-cani',
      it: 'Aree cani e sport',
      en: 'Dog areas and sport',
      weight: 14,
      at: 'parks',
      answered: 'Il rifacimento dell’area è nel bilancio partecipato di quest’anno.',
      waiting: 'Attendiamo la rete di ricambio.',
      cases: [
        [
          'Recinto dell’area cani rotto | Buco nella rete',
          'La rete dell’area cani {dove} ha un buco. | I cani scappano dal recinto {dove}. | Cancello dell’area cani {dove} fuori asse {tempo}.',
          'Rete riparata {quando}. | Recinto e cancello sistemati {quando}.',
        ],
        [
          'Canestro rotto | Canestro storto',
          'Il canestro {dove} è storto e senza retina. | Tabellone del basket {dove} spaccato. | {Dove} manca un canestro {tempo}.',
          'Canestro sostituito {quando}. | Canestro raddrizzato, retina nuova {quando}.',
        ],
        [
          'Porta del campetto instabile | Campetto da sistemare',
          'La porta del campetto {dove} si muove se la tocchi. | Rete della porta strappata {dove}. | Nel campetto {dove} la porta non è fissata.',
          'Porta ancorata a terra {quando}. | Porta fissata e rete nuova {quando}.',
        ],
      ],
    },
  ],
};
