package org.convergence.plan.reading.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.reading.domain.ReadPlan.ReadCondition;
import org.convergence.plan.reading.domain.outline.TextAnalysis;

/** Finds what an action depends on in the text of a plan. */
final class ConditionReader {

    /** Words by which a sentence refers to the lines under it. */
    private static final Pattern SPEAKS_OF_LIST = Pattern.compile(
            "\\b(?:(?:ces|toutes les|l'ensemble des|les presentes) (?:\\S{1,30} )?(?:actions|activites|elements|initiatives|projets|moyens)"
                    + "|ce qui suit|(?:these|the following|all) (?:\\S{1,30} )?(?:actions|activities|initiatives|items|projects))\\b");

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+(?=\\p{Lu})");
    private static final Pattern DONE = Pattern.compile(
            "[(\\[][^()\\[\\]]{0,40}?\\b(?:obtenue?s?|realisee?s?|terminee?s?|completee?s?|faite?s?|accomplie?s?|accordee?s?|"
                    + "recue?s?|deja en place|done|completed?|achieved|obtained|secured|received|granted|finished)"
                    + "(?: (?:en|le|au|depuis|in|on|since)\\b[^()\\[\\]]{0,20})?[)\\]]");
    private static final Pattern NOT_DONE = Pattern.compile(
            "\\b(?:si|lorsque?|quand|pas|non|a etre|if|when|once|not|to be|sous reserve|sera|seront)\\b");
    private static final Pattern DENIED = Pattern.compile(
            "(?:^|[^a-z])(?:meme|comme|sans|without|sin|(?:pas|non)(?: seulement)?|jamais|even|as|not(?: only)?|never|incluso|aun|como|no) $");

    /** Accents matter here: "cómo" asks, "como" does not. */
    private static final Pattern QUESTION = Pattern.compile(
            "(?<!\\p{L})(?:(?<=\\p{L} )comment|pourquoi|quoi|ce qu(?:i|e|['’])|how|why|what|whether|cómo|qué|lo que)(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** A verb of asking or knowing, perhaps with the person asked, before "if". */
    private static final Pattern ASKED = Pattern.compile(
            "(?<![a-z])(?:verifier|evaluer|voir|savoir|demander|determiner|decider|examiner|valider|check|assess|see|decide|ask|determine|know|"
                    + "evaluate|verify|find out|verificar|evaluar|ver|saber|decidir|determinar|preguntar|comprobar)"
                    + "(?: (?:a|au|aux|avec|with|al|con) (?:[^ ]+ ){0,2}[^ ]+| members)? $"
                    + "|(?<![a-z])ask (?!for )(?:[^ ]+ ){1,5}$");

    private static final Pattern QUOTED = Pattern.compile("«[^»]{0,300}»|“[^”]{0,300}”|\"[^\"]{0,300}\"");

    private static final Pattern IF = Pattern.compile("(?:si|s'ils?|if)(?![a-z])");

    /** Maximum length of an action, in characters; what follows is a separate text. */
    private static final int LONGEST = 20_000;

    private static final int LONGEST_CLAUSE = 300;

    private static final String MONEY =
            "(financements?|fonds|subventions?|ressources financieres|moyens financiers|budget|"
                    + "levees? de fonds|commandites?|commanditaires?|bailleurs?( de fonds)?|dons|financieres?|budgetaires?)";
    private static final String MONEY_EN =
            "(fund(s|ing)|financing|grants?|budget|money|financial resources|sponsorships?)";
    private static final String STRENGTH =
            "(capacites?|possibilites?|disponibilites?|ressources(?! (financieres|budgetaires))|moyens(?! financiers)|effectifs?|temps|"
                    + "energies?|forces|benevoles)( humaines| materielles| benevoles)?( disponibles?)?";
    private static final List<ConditionPattern> ALL = Stream.of(
                    of(
                            Commitment.IF_FUNDED,
                            "(en fonction|selon|sous reserve|conditionnel(le)?s?(ment)?( a| au| aux)?|dependamment|moyennant) <of><up to 6>"
                                    + MONEY,
                            "(si|s'il|s'ils|s'elle|lorsqu[e'] ?|quand|des que|advenant( que)?|pourvu que) ?<of><up to 5>"
                                    + MONEY
                                    + "<up to 4>(est|sont|soit|soient|obtenue?s?|disponibles?|le permet(te|tent|tra|tront)?|accordee?s?|"
                                    + "trouvee?s?|suffisants?|confirmee?s?|suffisantes?|suffit|suffisent|necessaires?|recue?s?)",
                            "(s'|si |lorsqu'|quand |des qu')(il|ils|elle|elles|on|nous|l'equipe|l'organisme)( en)? (a|ont|avons|aura|auront|dispose|disposent|obtient|obtenons|obtiennent|trouve|trouvons)"
                                    + " <up to 3>" + MONEY,
                            "si (le |les |l'|un |une |des )?" + MONEY,
                            "(si|lorsque|une fois|des que)( elle est| elles sont| il est| ils sont| c'est)? financee?s?",
                            "(a condition|sous condition)<up to 3> (obtenir|trouver|recevoir|avoir|disposer|d'obtenir|de trouver)<up to 4>"
                                    + MONEY,
                            "(advenant|apres|des|suivant|sous condition de|a) (l'|la |le )(obtention|reception|confirmation|octroi|approbation) <of><up to 5>"
                                    + MONEY,
                            "(si|lorsque?|des que|quand)<up to 4>(accorde|accordent|verse|versent|octroie|octroient|obtient|obtiennent|recoit|recoivent)<up to 3>"
                                    + MONEY,
                            "(budget|financement|fonds) (le )?permettant",
                            "sous reserve<up to 4>budgetaires?",
                            "(if|when|once|where|provided|as|should|as long as|so long as)( that)?<up to 3>" + MONEY_EN
                                    + "<up to 3>(is|are|becomes?|allows?|permits?|obtained|secured|available|found|received|approved|confirmed)",
                            "(subject to|depending on|dependent on|conditional on|contingent on|contingent upon|pending|based on)<up to 4>"
                                    + MONEY_EN,
                            "(if|when|once) (fully )?funded",
                            MONEY_EN + " permitting"),
                    of(
                            Commitment.ON_REQUEST,
                            "sur (demande|invitation|requete)",
                            "(?<!(repondre|repond|repondent|repondant|face) )a (la|leur|sa|votre) demande(?! croissante| accrue| grandissante)",
                            "(en fonction|selon|suivant|au gre) <of><list of 3>(demandes?|invitations?|sollicitations?|requetes?)( (provenant|recues?|des|de) <of><up to 1>(membres|partenaires|groupes|milieux?|organisations))?",
                            "(en reponse|pour repondre|(?<!(?<![a-z])(a|de) )repondre) aux? <up to 2>(demandes?|invitations?|sollicitations?)",
                            "(si|lorsque?|lorsqu'|quand|la ou)<up to 5>(demandee?s?|sollicitee?s?|invitee?s?|le demande(nt)?|en (fait|font|faisait|faisaient) la demande)",
                            "qui (en )?(fait|font|feront) (la|une) demande",
                            "(on|upon|at the) request( of)?",
                            "by invitation",
                            "(when|if|as|where) (requested|invited|asked)",
                            "(in response|responding|(?<!to )respond) to (any )?(the )?(requests?|invitations?)",
                            "(based on|depending on|according to) (the )?(demand|requests?)"),
                    of(
                            Commitment.IF_SITUATION_CALLS,
                            "(lorsque?|si|quand|ou)( que)? (la|une|les)? ?<up to 1>(situations?|conjonctures?|circonstances?|contextes?|actualites?|besoins?)"
                                    + "<up to 2>(l'exige(nt)?|le requiert|le requierent|le commande(nt)?|le demande(nt)?|l'impose(nt)?|le justifie(nt)?|"
                                    + "se presente(nt)?|s'y prete(nt)?|le permet(te|tent|tra|tront)?|exige(nt)?|requiert)",
                            "(lorsque?|si|quand)<up to 3>l'actualite<up to 3>(exige|requiert|commande|demande|justifie|permet|s'y prete)",
                            "(en fonction|selon|suivant|au gre) (de |du |des )?(l'actualite|l'evolution|la conjoncture|conjoncture|les circonstances|circonstances|"
                                    + "la situation|l'urgence|les besoins|besoins|les evenements|evenements|les occasions|occasions|les opportunites|opportunites|contexte|le contexte)",
                            "(dans|lors) (des|de|d'une|les|une) (situations?|cas) d'urgence",
                            "en (cas|situation) (d'urgence|de crise|de besoin)",
                            "(?<=[,;(] ?|(^|; )[^ ]{1,15} )en cas d(e |')<up to 3>[^ ,.;:!?]{3,40}",
                            "en cas d(e |')(grands? froids?|froid|canicule|pluie|intemperies|mauvais temps|surplus|absence|annulation)",
                            "(au|en cas de) besoin(?! d(es|u) )",
                            "(si|lorsque|quand) (necessaire|requis|pertinent|opportun|l'occasion se presente)",
                            "weather permitting",
                            "s'il y a lieu",
                            "le cas echeant",
                            "(if|when|where)<up to 1>(conditions|weather) (warrants?|permits?|allows?)",
                            "(as|if|when|where) (needed|necessary|required|warranted|appropriate|relevant)(?! by )",
                            "(when|if|as|should)<up to 1>(the )?(situations?|circumstances?|context|events?|needs?|opportunit(y|ies))"
                                    + " (calls?|requires?|warrants?|demands?|arises?|permits?|allows?|presents?|dictates?|so requires?)( for it| it)?",
                            "in (case of|cases of|times of|the event of) (an |a )?(emergency|emergencies|crisis|crises|need)",
                            "in (an )?(emergency|emergencies)",
                            "(depending on|according to|in response to) (the )?(current events|the news|news|events|circumstances|situation|context|needs)"),
                    of(
                            Commitment.IF_CAPACITY_ALLOWS,
                            "(en fonction|selon|suivant|dependamment|sous reserve|dans les limites|a la mesure|a la hauteur|au gre) <of><up to 2>"
                                    + STRENGTH,
                            "(lorsque?|lorsqu'|si|quand|ou|autant que|aussi souvent que|dans la mesure du|des que)( (cela|c'est|ce sera|il est))?( est)? possible",
                            "(si|lorsque?|quand|dans la mesure ou|tant que)<up to 4>" + STRENGTH
                                    + "<up to 3>(le permet(te|tent|tra|tront)?|suffi[st](ent)?|est disponible|sont disponibles|permet(tent)?)",
                            "(ressources|temps|capacites|disponibilites) (le )?permettant",
                            "dans la mesure (de|des) (nos |ses |leurs |la |l')?<up to 1>" + STRENGTH,
                            "(if|when|where|wherever|whenever|as|as far as|insofar as|to the extent)( is)? possible",
                            "(as|if|when|where)<up to 2>(capacity|resources?|time|staffing|availability)<up to 1>(allows?|permits?|is available|are available)",
                            "(capacity|resources?|time|staffing)(-| )?permitting",
                            "(if|when|where|as long as)<up to 2>(volunteers?|staff|interns?|resources)<up to 1>(is|are)<up to 1>(available|found|recruited)",
                            "(subject to|depending on|based on|within|according to)<up to 3>(capacity|capacities|availability|resources|staffing|means)"))
            .flatMap(List::stream)
            .toList();

    /** The conditions in a text, the gravest first, each commitment once: known phrases, then those of any wording. */
    List<ReadCondition> read(String text, boolean inherited) {
        String whole = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String flat = withoutQuotes(TextAnalysis.foldInPlace(whole));
        List<ConditionClause> found = new ArrayList<>();
        for (ConditionPattern entry : ALL) {
            if (!holds(found, entry.commitment())) {
                Matcher matcher = entry.words().matcher(flat);
                boolean condition = matcher.find();
                while (condition && isDenied(whole, flat, matcher.start())) {
                    condition = matcher.find();
                }
                if (condition) {
                    found.add(new ConditionClause(entry.commitment(), matcher.start(), matcher.end()));
                }
            }
        }
        for (ConditionClause clause : ConditionClause.findAll(flat)) {
            if (!holds(found, clause.commitment())
                    && found.stream().noneMatch(one -> one.start() < clause.end() && clause.start() < one.end())
                    && !isDenied(whole, flat, clause.start())
                    && !clause.belongsToNoun(flat, sinceStop(whole, clause.start()))) {
                found.add(clause);
            }
        }
        return found.stream()
                .sorted(Comparator.comparing(ConditionClause::commitment))
                .map(one -> new ReadCondition(
                        one.commitment(),
                        TextAnalysis.squeeze(whole.substring(one.start(), one.end()))
                                .strip(),
                        inherited))
                .toList();
    }

    /** Blanks for what stands in quotes, such as the title of a leaflet: it sets no condition. */
    private static String withoutQuotes(String flat) {
        return QUOTED.matcher(flat)
                .replaceAll(quoted -> " ".repeat(quoted.group().length()));
    }

    private static boolean holds(List<ConditionClause> found, Commitment commitment) {
        return found.stream().anyMatch(one -> one.commitment() == commitment);
    }

    /**
     * "Même si le financement n'est pas obtenu" and "pas selon les ressources" set no condition, nor does anything
     * inside a question: "vérifier si…", "how employers respond when asked".
     */
    private static boolean isDenied(String text, String flat, int start) {
        String before = sinceStop(text, start);
        return DENIED.matcher(flat.substring(Math.max(0, start - 20), start)).find()
                || QUESTION.matcher(before).find()
                || (ASKED.matcher(flat.substring(start - before.length(), start))
                                .find()
                        && IF.matcher(flat).region(start, flat.length()).lookingAt());
    }

    /** The text before an index, from the last punctuation, or its last 300 characters. */
    private static String sinceStop(String text, int index) {
        int from = index;
        int first = Math.max(0, index - LONGEST_CLAUSE);
        while (from > first && ",.;:!?()".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        return text.substring(from, index);
    }

    /**
     * The conditions that a paragraph sets on the list under it: by its last sentence before a colon, or by naming the
     * list.
     */
    List<ReadCondition> readForList(String paragraph) {
        String[] sentences = SENTENCE_END.split(paragraph, -1);
        StringBuilder over = new StringBuilder();
        for (int i = 0; i < sentences.length; i++) {
            boolean opens = i == sentences.length - 1 && sentences[i].endsWith(":");
            if (opens
                    || SPEAKS_OF_LIST
                            .matcher(TextAnalysis.foldInPlace(sentences[i]))
                            .find()) {
                over.append(sentences[i]).append("; ");
            }
        }
        return read(over.toString(), true);
    }

    /** The commitment that results from several conditions. */
    static Commitment commitment(List<ReadCondition> conditions) {
        return conditions.stream()
                .map(ReadCondition::commitment)
                .min(Enum::compareTo)
                .orElse(Commitment.FIRM);
    }

    /** The words in brackets that say an action is done already, or empty. */
    String doneWords(String text) {
        Matcher matcher = DONE.matcher(TextAnalysis.foldInPlace(text));
        while (matcher.find()) {
            if (!NOT_DONE.matcher(matcher.group()).find()) {
                return text.substring(matcher.start(), matcher.end());
            }
        }
        return "";
    }

    private static List<ConditionPattern> of(Commitment commitment, String... expressions) {
        return Stream.of(expressions)
                .map(words -> new ConditionPattern(
                        commitment, Pattern.compile("(?<![a-z0-9])(?:" + expand(words) + ")(?![a-z0-9])")))
                .toList();
    }

    private static String expand(String words) {
        return words.replace("<of>", "(?:de la |de l'|de |du |des |d'|les |la |le |l'|nos |ses )?")
                .replaceAll("<up to (\\d)>", " ?(?:[^ ,.;:!?]{1,40} ){0,$1}")
                .replaceAll("<list of (\\d)>", " ?(?:[^ .;:!?]{1,40} ){0,$1}");
    }

    /** Words, and the commitment that they imply. */
    private record ConditionPattern(Commitment commitment, Pattern words) {}
}
