package org.convergence.plan.reading.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.Commitment;
import org.jspecify.annotations.Nullable;

/**
 * A condition recognised by its grammar, in French, English and Spanish: a word that opens it, then a clause whose
 * words tell on what the action depends. "If" and "subject to" always open a condition; "when" and "according to" do so
 * only where the clause speaks of money, a request, the strength of the team or the situation.
 *
 * @param start its first character in the text
 * @param end the character after its last
 */
record ConditionClause(Commitment commitment, int start, int end) {

    private static final Pattern HYPOTHESIS = words(
            "si(?! bien)|s'ils?|advenant(?: que| qu')?|au cas ou|dans (?:le cas|l'eventualite) (?:ou|que|d[e'u])|"
                    + "a moins (?:que|de|d'|qu')|(?:a (?:la )?|sous |con la )?condi[ct]ion(?:nelle(?:ment)?s?)? (?:que|de|d'|qu'|a|au|aux)|"
                    + "conditionnels? (?:a|au|aux)|sous reserve|pourvu qu[e']|sauf (?:avis|indication|si|decision)|moyennant|en attente d(?:e|u|es|')|"
                    + "if|should(?= (?:an?|the|any|no|we|it|they|new|more|our) )|unless|provid(?:ed|ing)(?: that)?(?! (?:for|to|with)\\b)|subject to|pending|awaiting|"
                    + "(?:contingent|conditional) (?:up)?on|on condition that|assuming|siempre que|siempre y cuando|a menos que|salvo que|"
                    + "sujet[oa]s? a|condicionad[oa]s? a|previ[oa]s?(?= \\S+cion)|(?:a|en) (?:la )?espera de|a reserva de");
    private static final Pattern TIME = words(
            "lorsqu(?:e|')|quand|des qu(?:e|')|(?:une|chaque|toutes les) fois(?: qu(?:e|'))?|tant qu(?:e|')|aussitot qu(?:e|')|au moment ou|"
                    + "when(?:ever)?|once|as (?:soon|long|far) as|as(?= (?:\\S+ ){1,2}(?:allow|permit|requir|warrant|unfold|arise|dictate))|"
                    + "cuando|en cuanto|una vez(?: que)?|tan pronto como|mientras|cada vez que");
    private static final Pattern MEASURE = words(
            "selon|suivant|en fonction d(?:e|u|es|')|dependamment d(?:e|u|es|')|au gre d(?:e|u|es|')|dans (?:la|les) limites? d(?:e|u|es|')|"
                    + "(?:dans|a) la (?:mesure|hauteur) d(?:e|u|es|')|autant que|depending (?:up)?on|according to|based on|within|with (?:additional|extra|external)|"
                    + "segun|en funcion de|de acuerdo con|dentro de (?:los|las) limites de|en la medida de");
    private static final Pattern CASE =
            words("en cas d(?:e|u|es|')(?! besoin)|in (?:the )?(?:case|event) of|in the event that|en caso de");

    private static final Pattern MONEY = words(
            "fond(?:s|os)|financ(?:e|ee|es|ees|ement|ements|ier|iere|iers|ieres|ed|ing|iamiento|iacion)|subventions?|budgets?|budgetaires?|argent|bourses?|"
                    + "levees? de fonds|commandit\\S*|bailleurs?|donat\\S*|donors?|dons?(?!')|fund(?:s|ed|ing)?|grants?|money|subsid(?:y|ies)|sommes|contributions?|sponsor\\S*|"
                    + "subvencion(?:es)?|presupuest\\S*|dinero|becas?|donantes?|(?:recursos|apoyo) (?:economicos?|financieros?)");
    private static final Pattern SITUATION = words(
            "situation\\S*|actualites?|conjonctures?|contextes?|circonstances?|evenements?|evolution|besoins?|urgences?|occasions?|opportunites?|"
                    + "etat|meteo|temperature|temps qu'il fait|circumstances?|context|events?|news|weather|needs?|"
                    + "situacion(?:es)?|coyuntura|contexto|circunstancias|acontecimientos|necesidades");
    private static final Pattern REQUEST = words(
            "(?:re)?demand(?:e|ee|es|ees|ent|era|eront|aient)|sollicit\\S*|invit\\S*|appell\\S*|consult\\S*|requetes?|"
                    + "ask(?:s|ed)?|request(?:s|ed)?|calls? (?:up)?on|calls? us|"
                    + "pid(?:e|en|a|an)|solicit\\S*|consulten?|llamen?|peticion(?:es)?");
    private static final Pattern STRENGTH = words(
            "benevoles?|disponib\\S*|temps|horaires?|effectifs?|forces|capacites?|moyens|ressources|energies?|stagiaires?|possib\\S*|releve|"
                    + "volunteers?|available|availability|time|schedules?|capacity|resources|means|energy|interns?|"
                    + "voluntari[oa]s?|tiempo|horarios?|capacidad(?:es)?|recursos|posible|fuerzas");
    private static final Pattern CALLS_FOR = words(
            "(?:l'|le |les |s'y |lo )?(?:permet\\S*|autoris\\S*|exig\\S*|exij\\S*|requier\\S*|requer\\S*|impos\\S*|"
                    + "justifi\\S*|command\\S*|souhait\\S*|pret(?:e|ent)|allows?|permits?|requires?|warrants?|permita)");

    /** Requests said without a clause: "at the invitation of…", "groups that ask for it". */
    private static final List<Pattern> ON_REQUEST = Stream.of(
                    "(?:sur|par|a l'|a son|a leur) ?(?:invitation|demande|requete|appel)(?: d(?:e |u |es |')[^,.;:()]*)?",
                    "(?:qui|that|which|who|que) (?:nous |l[ea]s? |l'|en |lo |las |los |us )*(?:demand\\S*|souhait\\S*|sollicit\\S*|requier\\S*|requer\\S*|exprim\\S*|express|request|ask|want|solicit\\S*|pid(?:en|an))(?: (?:le|un|a) (?:besoin|need))?(?: (?:it|for it|them))?(?= ?(?:$|[,.;:)]))",
                    "(?:on|upon|at (?:the|their|our)|by) (?:request|demand|invitation)(?: of [^,.;:()]*)?",
                    "(?:a|por|bajo|previa) (?:pedido|peticion|solicitud|invitacion)(?: de[^,.;:()]*)?")
            .map(ConditionClause::words)
            .toList();

    /** Money named in apposition and not there yet: "(budget à confirmer)". */
    private static final Pattern UNCONFIRMED = Pattern.compile(
            "(?<=(?:^|[(,;:–—-]) ?)(?:" + MONEY.pattern()
                    + ")(?: [^ ,.;:()]{1,30}){0,3}? (?:(?:reste(?:nt)? )?a (?:confirmer|venir|trouver|obtenir|determiner)|"
                    + "to (?:be|come)\\b(?: [a-z]+)?|tb[cd]|(?:por|a) (?:confirmar|definir|conseguir)|pendientes?|en attente|pending)(?![a-z])");

    private static final Pattern CLAUSE = Pattern.compile("[^,.;:!?()–—]{0,300}");
    private static final Pattern PAST =
            words("avai(?:t|ent)|etai(?:t|ent)|fut|was|were|had|began|fue|era|habia|a commence");
    private static final Pattern INFINITIVE =
            Pattern.compile(" (?:to |[a-z]+(?:er|[io]ir|ar|endre|ettre) ).*", Pattern.DOTALL);

    /**
     * "In case of" belongs to a noun: a plan or rights for that case, a participle before it, or words that begin with a
     * preposition and so hold no verb.
     */
    private static final Pattern FOR_THE_CASE = Pattern.compile(
            "(?<!\\p{L})(?:plan(?:e?s)?|protocol\\S*|proc[eé]dur\\S*|consignes?|mesures?|medidas?|measures?|droits?|recours|rights?|derechos?|assurances?)(?!\\p{L})"
                    + "|(?:ées|és|ée) $|^\\s*(?:(?:et|ou|and|or|y) )?(?:avec|pour|sur|dans|de|des|aux?|par|chez|with|for|on|of|con|para|sobre) ");

    /** The conditions in a text, each clause once, in its order. */
    static List<ConditionClause> findAll(String flat) {
        List<ConditionClause> found = new ArrayList<>();
        ON_REQUEST.forEach(pattern -> add(pattern, Commitment.ON_REQUEST, flat, found));
        add(UNCONFIRMED, Commitment.IF_FUNDED, flat, found);
        for (Pattern opener : List.of(HYPOTHESIS, TIME, MEASURE, CASE)) {
            Matcher matcher = opener.matcher(flat);
            while (matcher.find()) {
                Matcher clause = CLAUSE.matcher(flat).region(matcher.end(), flat.length());
                int end = clause.lookingAt() ? clause.end() : matcher.end();
                Commitment kind =
                        kind(opener, flat.substring(matcher.start(), end), flat.substring(matcher.end(), end));
                if (kind != null) {
                    add(kind, matcher.start(), end, found);
                }
            }
        }
        return found;
    }

    private static void add(Pattern pattern, Commitment kind, String flat, List<ConditionClause> found) {
        Matcher matcher = pattern.matcher(flat);
        while (matcher.find()) {
            add(kind, matcher.start(), matcher.end(), found);
        }
    }

    private static void add(Commitment kind, int start, int end, List<ConditionClause> found) {
        if (found.stream().noneMatch(other -> start < other.end() && other.start() < end)) {
            found.add(new ConditionClause(kind, start, end));
        }
    }

    private static @Nullable Commitment kind(Pattern opener, String whole, String clause) {
        boolean always = opener == HYPOTHESIS || opener == CASE;
        if (clause.isBlank()
                || (opener == TIME
                        && (PAST.matcher(clause).find()
                                || INFINITIVE.matcher(clause).matches()))) {
            return null;
        } else if (MONEY.matcher(whole).find()) {
            return Commitment.IF_FUNDED;
        } else if (opener == CASE || SITUATION.matcher(clause).find()) {
            return Commitment.IF_SITUATION_CALLS;
        } else if (REQUEST.matcher(clause).find()) {
            return Commitment.ON_REQUEST;
        } else if (STRENGTH.matcher(clause).find()) {
            return Commitment.IF_CAPACITY_ALLOWS;
        }
        return always || CALLS_FOR.matcher(clause).find() ? Commitment.IF_SITUATION_CALLS : null;
    }

    /** Whether the words before it, from the last stop, make it part of a noun: a plan for the case of fire. */
    boolean belongsToNoun(String flat, String before) {
        return CASE.matcher(flat).region(start, end).lookingAt()
                && FOR_THE_CASE.matcher(before).find();
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?<![a-z0-9])(?:" + alternatives + ")(?:(?<=')|(?![a-z0-9]))");
    }
}
