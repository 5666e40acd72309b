/** Themes of street names, as Italian towns have them: every quarter keeps to its own. Without the word "via". */
export const streetThemes: Record<string, readonly string[]> = {
  'centro-storico':
    words(`dei Calzolai, dei Fabbri, degli Orefici, delle Beccherie, dei Mercanti, della Lana, dei Tintori, del Teatro, del Duomo, del Seminario,
    della Dogana, delle Erbe, del Pozzo, del Forno, della Rocca, dei Servi, delle Clarisse, dei Cappuccini, San Francesco, San Domenico, Santa Chiara, San Michele,
    San Pietro, Santa Lucia, Sant'Agostino, San Lorenzo, del Voltone, delle Volte, del Canale, della Pesa, dei Sellai, dei Cordai, del Monte, della Carità,
    dell'Ospedale Vecchio, del Carmine, delle Mura Vecchie, della Torre, del Gallo, dell'Orologio, del Leone, della Stella, del Sole, della Luna, dell'Olmo,
    della Misericordia, degli Scudai, dei Barbieri, delle Rose, della Posta Vecchia, del Macello, della Gabella, del Podestà, dei Notai, degli Speziali, del Paradiso,
    delle Ortolane, dei Mugnai, del Cantone, della Vigna, Sant'Anna, San Biagio, San Giorgio, Santa Croce, della Ghiara, del Portello, dei Pescatori, del Traghetto`),
  stazione:
    words(`Mazzini, Cavour, Crispi, Cattaneo, Manin, Pisacane, Nino Bixio, Goito, Solferino, Magenta, Curtatone, Palestro, Marsala, Calatafimi, Milazzo,
    XX Settembre, dei Mille, Ricasoli, Minghetti, Farini, Gioberti, Balbo, D'Azeglio, Pellico, Confalonieri, Ruffini, Mameli, Cairoli, Castelfidardo, Lamarmora,
    Custoza, Bezzecca, Montebello, Varese, San Martino, Ciro Menotti, Santarosa, Settembrini, Poerio, Nievo, Carducci, Pascoli, dell'Indipendenza, Statuto`),
  'borgo-ponente':
    words(`Verdi, Puccini, Rossini, Bellini, Donizetti, Vivaldi, Monteverdi, Scarlatti, Corelli, Paganini, Cherubini, Boito, Ponchielli, Mascagni,
    Leoncavallo, Cimarosa, Paisiello, Pergolesi, Boccherini, Clementi, Tartini, Albinoni, Salieri, Respighi, Busoni, Cilea, Giordano, Catalani, Toscanini, Frescobaldi,
    Palestrina, Stradella, Caldara, Spontini, Mercadante, Tosti, Martini, Torelli, Vitali, Locatelli, Gabrieli, Marcello, Benedetto Croce, Stradivari, Guarneri, Amati,
    Mozart, Bach, Chopin, Schubert, Beethoven, Bizet, Ravel, Debussy, Dvořák, Grieg, della Musica, del Conservatorio, Zandonai, Casella, Malipiero, Pizzetti`),
  'san-rocco':
    words(`Dante, Petrarca, Boccaccio, Ariosto, Tasso, Boiardo, Poliziano, Foscolo, Leopardi, Manzoni, Verga, Capuana, Deledda, Pirandello, Svevo,
    Saba, Ungaretti, Montale, Quasimodo, Gozzano, D'Annunzio, Parini, Alfieri, Goldoni, Metastasio, Berchet, Giusti, Belli, Porta, De Amicis, Collodi, Salgari, Serao,
    Negri, Aleramo, Pavese, Vittorini, Fenoglio, Calvino, Gadda, Bassani, Morante, Ginzburg, Buzzati, Silone, Levi, Landolfi, Bontempelli, Bembo, Castiglione, Guicciardini,
    Machiavelli, Cellini, Vasari, Marino, Tassoni, Muratori, Tiraboschi, Guinizelli, Cavalcanti, Compagni, Sacchetti, Pulci, Folengo, Ruzante, Gozzi, Pindemonte`),
  giardini:
    words(`dei Tigli, dei Platani, delle Acacie, degli Ippocastani, delle Magnolie, dei Glicini, delle Robinie, dei Cedri, degli Olmi, dei Frassini, degli Aceri,
    delle Betulle, dei Faggi, delle Querce, dei Cipressi, dei Noccioli, dei Lecci, dei Carpini, dei Ginepri, degli Abeti, dei Larici, dei Pini, delle Ginestre,
    dei Gelsomini, delle Ortensie, dei Ciclamini, delle Camelie, delle Mimose, degli Oleandri, delle Viole, dei Narcisi, delle Primule, dei Tulipani, delle Peonie,
    dei Gerani, dei Lillà, delle Dalie, dei Garofani, delle Azalee, dei Mughetti, dei Papaveri, delle Margherite, degli Iris, delle Begonie, della Lavanda, del Rosmarino,
    del Timo, del Bosco, del Roseto, dell'Orto Botanico, dei Bossi, dei Corbezzoli, dei Melograni, degli Agrifogli, del Biancospino, delle Felci`),
  'campo-fiera':
    words(`25 Aprile, 1° Maggio, 2 Giugno, IV Novembre, della Resistenza, della Libertà, della Costituzione, dei Partigiani, Matteotti, Gramsci, Amendola,
    Gobetti, Don Minzoni, Fratelli Rosselli, Fratelli Cervi, Buozzi, Di Vittorio, Turati, Anna Kuliscioff, De Gasperi, Nenni, Pertini, Einaudi, Parri, Lussu, Calamandrei,
    Caduti del Lavoro, Martiri della Libertà, Brigata Garibaldi, Monte Grappa, Monte Pasubio, Monte Santo, Isonzo, Piave, Tagliamento, Vittorio Veneto, Bligny, Gorizia,
    del Foro Boario, della Fiera, del Mercato Bestiame, delle Esposizioni, del Palio, dell'Ippodromo, dello Stadio, delle Mondine, delle Staffette, del Lavoro, dei Braccianti, della Cooperazione,
    della Pace, delle Nazioni Unite, dell'Assemblea, del Parlamento, Salvo D'Acquisto, Tina Anselmi, Nilde Iotti, Bruno Trentin`),
  oltreponte:
    words(`Milano, Torino, Genova, Venezia, Trieste, Bologna, Ferrara, Ravenna, Firenze, Pisa, Siena, Perugia, Ancona, Roma, Napoli, Bari, Lecce, Potenza, Palermo,
    Catania, Messina, Cagliari, Sassari, Bergamo, Brescia, Cremona, Mantova, Verona, Vicenza, Padova, Treviso, Udine, Trento, Bolzano, Aosta, Cuneo, Asti, Novara, Pavia,
    Lodi, Como, Sondrio, La Spezia, Lucca, Arezzo, Grosseto, Viterbo, Rieti, L'Aquila, Teramo, Chieti, Pescara, Campobasso, Benevento, Avellino, Salerno, Matera, Cosenza,
    Crotone, Reggio Calabria, Trapani, Agrigento, Ragusa, Nuoro, Macerata, Pesaro, Rimini, Forlì, Imola, Faenza`),
  'i-pioppi':
    words(`Po, Adige, Ticino, Adda, Oglio, Mincio, Secchia, Panaro, Reno, Enza, Taro, Trebbia, Arno, Tevere, Ombrone, Metauro, Esino, Volturno, Garigliano, Ofanto,
    Sele, Simeto, Tirso, Brenta, Dora, Sesia, Tanaro, Bormida, Serchio, Magra, Garda, Maggiore, Iseo, Orta, Trasimeno, Bolsena, Bracciano, Cimone, Cusna, Abetone,
    Gran Sasso, Monviso, Monte Rosa, Cervino, Adamello, Ortles, Marmolada, Cristallo, Tofane, Pordoi, Falzarego, Stelvio, Brennero, Cisa, Cerreto, Radici, Futa`),
  'zona-artigianale':
    words(`dell'Artigianato, dell'Industria, del Commercio, della Tecnica, della Meccanica, dei Tornitori, dei Fonditori, dei Saldatori, dei Falegnami, dei Ceramisti,
    dei Carpentieri, dei Conciatori, delle Officine, dei Trasporti, della Logistica, Volta, Galvani, Marconi, Meucci, Ferraris, Pacinotti, Avogadro, Torricelli, Galilei,
    Malpighi, Spallanzani, Fermi, Golgi, Natta, Barsanti, Watt, Edison, Ampère, Faraday, Nobel, Curie, dell'Energia, del Vetro, della Fornace, dei Maniscalchi`),
  'case-nuove':
    words(`Parigi, Londra, Berlino, Madrid, Lisbona, Bruxelles, Amsterdam, Vienna, Praga, Varsavia, Budapest, Atene, Dublino, Copenaghen, Stoccolma, Oslo, Helsinki,
    Lussemburgo, Berna, Zagabria, Lubiana, Bucarest, Sofia, Tallinn, Riga, Vilnius, Bratislava, La Valletta, Nicosia, Strasburgo, Ginevra, Ventotene, Spinelli, Schuman,
    Adenauer, Monnet, Maastricht, dell'Unità, Gandhi, Martin Luther King, Allende, Mandela, Palme, Brandt`),
  colombare:
    words(`delle Rondini, degli Aironi, dei Cardellini, delle Allodole, dei Passeri, delle Capinere, dei Fringuelli, dei Merli, degli Usignoli, delle Tortore, dei Colombi,
    dei Falchi, delle Poiane, dei Gheppi, delle Civette, degli Allocchi, delle Upupe, dei Picchi, dei Pettirossi, delle Cince, dei Fagiani, delle Quaglie, delle Pernici,
    delle Gru, delle Cicogne, dei Germani, delle Folaghe, dei Martin Pescatori, dei Pavoni, delle Gazze, dei Verdoni, degli Storni, delle Averle, dei Codirossi,
    delle Ballerine, dei Lucherini, del Nido, della Colombaia, dei Rondoni, dei Gabbiani, delle Garzette, dei Balestrucci, dei Saltimpali, degli Zigoli, della Piccionaia`),
  'pieve-di-sopra':
    words(`San Giovanni, della Canonica, del Campanile, della Casa del Popolo, dei Frutteti, dei Ciliegi, dei Peschi, dei Meli, dei Peri, delle Susine, dei Gelsi, del Fienile,
    dell'Aia, della Stalla, della Chiesa Vecchia, del Cimitero, delle Scuole, della Bonifica, dei Filari, della Quercia, del Caseificio`),
  'mulino-vecchio':
    words(`della Macina, del Grano, della Farina, del Mais, della Canapa, del Maceri, dell'Argine, della Chiusa, del Guado, dei Barcaioli, dei Salici, delle Canne, degli Ontani,
    dell'Acquedotto, della Golena, del Traghettatore, delle Lavandaie, della Risaia, del Chiavicone, della Pompa, Sant'Antonio`),
};

function words(text: string): string[] {
  return text.split(',').map((word) => word.trim());
}
