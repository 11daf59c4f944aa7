package org.convergence.platform.redaction;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words that are names of people and ordinary words too. In small letters, or all in capitals, they are taken for the
 * word: listing each rose and each stone would hide the places where a person is meant.
 */
final class OrdinaryWords {

    /** French, English and Spanish words, folded. */
    private static final Set<String> WORDS = Set.of("""
            abbe aime aimee ami amie amis amour amours ange anges april art arts ash aube august aurore automne
            avril bai baker bank banks barbe baron barrette beau beaux bell belle berge berger bergere
            bien bill bird bishop black blanc blanca blanche blanco bleu bloom blue bois boisvert bon bond
            bonheur bonne boucher boulanger bouton branch bravo brook brooks brown brun brune bu bueno bush
            butler butte cadet camino campo cannelle capricieux capucine cardinal carmen carpenter carrier
            carriere casa case celeste champagne champs chance chapel chapelle
            charity charpentier chase chef chevalier chevre chien cielo clair claire clement clemente clerc
            coin colon color comte conde content cook coral cordero corona corte costa cote cour
            couture couturier croix cross cruz cuisinier daisy dawn day divine dolores don
            donne dory doux dragon droit du duc duchesne duke dune dunes easter eden elder emeraude enfant
             espagnol esperanza est estrella etoile europe eve faith farmer faucon
            ferme ferrer fete fiel field fields fille fils fisher fleur fleurs fleuve flor flora flores florin
            fontaine ford forest foret forge forte fortune fox franc france franche franco frank
            frere fuentes gagne gai gaie garde gardner gentil gentile geste gin glory god
            gold golden gomme grace gracia gracias grand grande grant gras gray green grey gris gros
            guerra guerre guerrero hall hand hardy harmonie harmony haut hazel heath heaven hermosa heure
            heureux hidalgo hill hills hiver holly honore hope hotel hunt hunter iris isla ivory ivy jacinthe
            jade jardin jasmin jasmine jean jeans jeune jeunes joie joli jolie jolies jour jours joy
            joyal judge juillet juin julio june juste justice king knight la lac
            lake lance land lane large laurier le leal lee leger legume les lever
             li libertad liberte libre lilas lily lima lin lion lis llano lo loba lobo long longo lopin lord loup
            loupe love luna lundi lune luz ma madeleine mai main major mama manche marchand marche marcher
            marco mardi mares margarita marguerite mari marie marier marin marina marine mark marquis mars marsh
            marshall mata matin maure max may mayor melodie melody mer mercedes mercier
            mercredi mere mero mesa meunier midi miel milagros milan miles miller min mina mine mines minor
            mira miracle misericordia modeste moine molinero monde montagne montana monte montero mora moral
                moss moulin mur muse myrtille nadal natal neige neri neuf nez nieves
            night no noble noche noel noir noire noisette nord notaire novela novembre nuit oak obispo ocean
              oliva olive olivier olmo opal or orange oriente ours page pages paix palma
            paloma papa paquet paradis pardo paris park parker parks paz peace pearl pelletier pere
             perla perle petit petite pie pierre pierres pilar pin pino pinson piper planta
            plante platt pointe poirier pois poisson pomme pope porte porter pose post potter pour power prado prairie
            presents prieur primavera prime prince princesse printemps prudence prune pure queen quintal
            racine ray real regine reine renard rey rich riche richer river
            rivers riviere robin roc roche rocher rocio rock roi rojo roman romance romarin rosa rosario
            rose rosee roses rosier rouge rousse roux rubi rubio ruby rue sabine sable sage sages
            saint sainte sale salvador san sanche santa santo santos sapin sauvage savage savoie
            savoir sec seigneur sel serein serena serge sergent serre sierra silva silver singer sire
            smith so soeur sofa soie soin sol soledad soleil song soto souci source spring star steel stella stone
            storm street strong suerte summer sun sur sylvestre tailleur temple terre terrier
             tierra tissu tom tome ton toro toscane touche tour tournesol tourneur toussaint
            tremble tresor trinidad triste turner union urbain val vale valencia valentin valiente
            valle vallee van vent venus ver vera verdi verite vert verte vertu victoire victor victoria
             vie vieux vigne vigneau villa ville vincent vine viola violette virtud vital vive
            vivier voisin voisine voyer walker ward waters way weaver webb wells west white will wills wing winter
            winters wise wolf wood woods wright yo young zen
            """.strip().split("\\s+"));

    /** Given names that are family names too, folded. */
    private static final Set<String> GIVEN_NAMES = Set.of("""
            abel abraham adam alain albert alexandre alexis alfred alonso ambroise andre antoine armand arnaud arthur
            aubin auguste augustin baptiste barthelemy basile bastien benjamin benoit bernard bertrand blaise bruno
            camille cesar charles christian clement colin come constant cyr damien daniel david denis diaz didier
            dominique edmond eloi emile emmanuel ernest etienne eugene fabien felix ferdinand fernand florent francis
            francois frederic gabriel gaspard gaston gautier george georges gerard germain gilbert gilles gregoire
            guillaume gustave guy henri henry herve hilaire hubert hugo hugues ignace isaac isidore ivan jacob jacques
            james jean jeanne jerome joachim joseph josue jules julien justin laurent lazare leger leon leonard louis
            luc lucas lucien marc marcel marcelin marie martin mathieu mathias mathurin maurice maxime medard michel
            moise morgan narcisse nicolas noel olivier omer oscar owen pascal patrice patrick paul philippe pierre
            prosper quentin raphael raymond regis remi remy renaud rene richard robert robin roger roland romain rose
            ruben salomon samson samuel sebastien simeon simon sylvain sylvestre theodore thibault thierry thomas
            tristan urbain valentin valentine victor vincent william xavier yves zacharie
            """.strip().split("\\s+"));

    /** Abbreviations and short words in capitals, folded. */
    private static final Set<String> ABBREVIATIONS = Set.of("""
            ab ac ad ae aff ag ai ain ainsi al all am an ap api app ar as asap at au aux av avec bc bd bis bl bp br bt
            ca cad cas cbc ccq cd cdn cec ceo ces cf ch chf ci cie cl cm cn co com cp cpe cr cro cs csd csn csq css
            csv ct cv cvs da dans dd de des dg dj dl dm do doc docx dr dre du dvd ec ed ee el elle em en env eps es
            est et etc eu eur eux ex fa faq fax fm fr ft ftq gb ge gif gm go gps gr gt ha hd he hp hr hs ht html http
            ia ibm ici id ie if ii iii il ils in inc io ip iso it iv ix je jj jpeg jpg js json kg km la lb le les leur
            lgbt lgbtq li lot lt lu lui ma mac mai mais mars mb md me mes mg mi mm mme mo mois mon mp ms mt mx na nb
            nd ne nf ni nip no noc noir non nord nos not nous ns nu oa ob oc of oh oj ok ol on ong ont onu op oqlf or
            os ou oui ov pa par pas pc pdf pe per pes php pib pl plus pm png po pos pour pp ppp pps pr pro ps pt pts
            pv qc qcm qr qu que qui ra ram rc rdv re rel rer rf rh ri rn rp rpg rss rsvp rtf rv sa san sans sc sd se
            sel ses si sk sl sms sn so son sp sq sql sr ss st ste sto su sud sur sv sw ta tc td te tel tes tgv the
            tiff tir to ton tps trad tri ttc tu tv tvq tx uk um un une ung unicef uno up uqam url us usa usb usd ut va
            ve vers vi via vii viii vip vo vol vos vous vs vu we wifi ww www xi xii xix xl xls xlsx xml xs xv xx xxi
            ya ye yo za zip
            """.strip().split("\\s+"));

    /** Words before or behind a name that belong to none, folded: those of a sentence, of a letter, and a few labels. */
    private static final Set<String> BESIDE_NAMES = Set.of("""
            a absent absente adhesion aider and animateur animatrice appel appeler appui arrive atelier au aux
            avec aviser bail benevole bonjour bonsoir by c candidat candidate candidature car ce cette cheque
            cher chere cheres chers chez chq compte con confirmer contact contacter contrat coordonnateur
            coordonnatrice courriel cr cv d dans de dear demain demander depot destinataire directeur directrice
            dit docteure dossier du ecrire elle en entre entrevue est et etait facture fiche for from gracias
            hello hier hola il informer invite invitee inviter je joindre journee l la le lettre liste maitre
            matinee me membre merci message note notes nous objet on ont ou paiement par para photo por pour
            presente presentee president presidente prevenir professeur professeure propose pv que qui rappeler
            rapport recu relancer remercier remplacer rencontre rencontrer rendez responsable reunion rv s salut
            sans scan se seance secretaire selon sera signe signee soeur soiree suivi sur tel telephoner thanks
            to tresorier tresoriere un une vers via viendra vient virement visite voir vous vu vue with y
            """.strip().split("\\s+"));

    /** Months, countries and feasts, which have a capital in some languages or always, folded. */
    private static final Set<String> DATES_AND_COUNTRIES = Set.of("""
            abril agosto aout april august avril chad enero france india israel jordan juillet juin julio july june junio
            kenya mai mars may mayo noel pascal salvador toussaint
            """.strip().split("\\s+"));

    /** Towns and regions that are given names too, folded. */
    private static final Set<String> TOWNS = Set.of("""
            adelaide alma asia carolina charlotte chelsea constance dakota florence georgia lorraine lourdes madeleine milan
            nancy odessa paris santiago savannah sofia sydney trinidad valence victoria vienne virginia
            """.strip().split("\\s+"));

    /** Words before a date or a place, folded. */
    private static final Set<String> BEFORE_DATES_AND_PLACES =
            Set.of("""
            a after al apres at au aux avant before by d de debut del depuis des desde du during e el en end er et fin for from
            hasta
            ici in jusqu l la mi nd of on ou party pour rd since st th the to until vers
            """.strip().split("\\s+"));

    /**
     * Streets (the French types of Canada Post, with their abbreviations, and the Spanish ones) and their corners, lines,
     * buildings, institutions, laws and the like, which bear the name of a person, folded.
     */
    private static final Set<String> NAMED_AFTER_PEOPLE = Set.of("""
            aerogare aeroport agora aile allee amphitheatre angle arena arret arrondissement auberge auditorium aut autobus
            autoroute av avda ave avenida avenue barrage barrio bd biblio biblioteca bibliotheque bldg blvd boul boulevard
            bourse bus cafe caisse calle calzada camp carre carref carrefour cathedrale cds cegep centrale centre cercle ch
            chaire chapelle charte chateau chemin cimetiere cine cinema circonscription clinique clsc coin colegio college
            colline colonia complexe comte corner cote coupe cour crois croissant decret direction ech echangeur ecole edifice
            edificio eglise entre escuela espl esplanade esquina expo exposition fondation foyer galerie garderie gare gymnase
            habitation hall halte hlm hopital hospital hotel ile immeuble impasse institut intersection jardin lac ligne local
            loi lycee mairie maison manoir marche marina medaille mercado metro mont montee monument musee palais parc parking
            paroisse paseo passage patinoire pav pavillon phare pic piscine pl place plage plateau plaza pointe polyvalente
            pont porte prix prom promenade puente quai quartier rang rdpt refuge res residence rg riviere rle route rte rue
            ruelle salle secondaire secteur sentier sommet sortie sq square stade station stationnement statue street studio
            terminus terr terrasse theatre tour traverse trophee tsse tunnel univ universite viaduc village voie
            """.strip().split("\\s+"));

    private static final Pattern DAY = Pattern.compile("\\d{1,2}");
    /** What is behind the figures of a day: "1er", "2nd". */
    private static final Pattern ORDINAL = Pattern.compile("er|e|st|nd|rd|th");

    private OrdinaryWords() {}

    /** Whether a word is a month, a country or a feast: "France", "Avril". */
    static boolean isDateOrCountry(String word) {
        return DATES_AND_COUNTRIES.contains(word);
    }

    static boolean isTown(String word) {
        return TOWNS.contains(word);
    }

    static boolean isNamedAfterPeople(String word) {
        return NAMED_AFTER_PEOPLE.contains(word) || NAMED_AFTER_PEOPLE.contains(word.replaceFirst("s$", ""));
    }

    static boolean isDateOrPlace(String word) {
        return isDateOrCountry(word) || isTown(word);
    }

    /** Whether a date or a place may follow: "en", "d’". */
    static boolean isBeforeDateOrPlace(String word) {
        return BEFORE_DATES_AND_PLACES.contains(word);
    }

    /** Whether a day of a month may end here: "12", or the end of "1er". */
    static boolean isEndOfDay(String word) {
        return DAY.matcher(word).matches() || ORDINAL.matcher(word).matches();
    }

    static boolean isBesideNames(String word) {
        return BESIDE_NAMES.contains(word);
    }

    static boolean isGivenName(String word) {
        return GIVEN_NAMES.contains(word);
    }

    static boolean isAbbreviation(String word) {
        return ABBREVIATIONS.contains(word);
    }

    static boolean contains(String word) {
        return WORDS.contains(word) || ABBREVIATIONS.contains(word);
    }
}
