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
            "si(?! bien)|s'ils?|advenant(?: que| qu')?|au cas ou|dans (?:le cas|l'eventualite|l'hypothese) (?:ou|que|d[e'u])|"
                    + "pour (?:autant|peu) qu(?:e|')|a supposer qu(?:e|')|en admettant qu(?:e|')|dans la mesure ou|"
                    + "(?:dependra|tributaires?|est fonction|(?<=[(,;–—-] ?)depend) d(?:e|u|es|')|sujett?es? (?:a|au|aux)|sujet (?:au vote|a l'approbation)|"
                    + "(?<=[(,;–—-] ?)(?:depende(?:n|ra)? de|depend(?:s|ing) (?:up)?on)|to the extent(?: that| of)?|en la medida en que|will depend (?:up)?on|dependera de|"
                    + "a moins (?:que|de|d'|qu')|(?:a (?:la )?|sous |con la )?condi[ct]ion(?:nelle(?:ment)?s?)? (?:que|de|d'|qu'|a|au|aux)|"
                    + "conditionnels? (?:a|au|aux)|sous reserve|pourvu qu[e']|sauf (?:avis|indication|si|decision|imprevus?|contrordre|empechement)|moyennant|en attente d(?:e|u|es|')|"
                    + "if|should(?= (?:an?|the|any|no|we|it|they|new|more|our|members|partners|funds|funding|money|circumstances|conditions|"
                    + "things|demand|events|there|anyone) )|unless|provid(?:ed|ing)(?: that)?(?! (?:for|to|with)\\b)|subject to|pending|awaiting|"
                    + "(?:contingent|conditional) (?:up)?on|on condition that|assuming|siempre que|siempre y cuando|a menos que|salvo que|"
                    + "con tal (?:de )?que|en el supuesto de|(?<=(?:^|[(,;] ?))de (?:(?:ser|haber|tener|contar con|existir)|(?:obtener|conseguir|lograr|dar)(?:se)?)(?= )|"
                    + "sujet[oa]s? a|condicionad[oa]s? a|previ[oa]s?(?= \\S+cion)|(?:a|en) (?:la )?espera de|a reserva de");
    private static final Pattern TIME = words(
            "lorsqu(?:e|')|quand|des qu(?:e|')|(?:une|chaque|toutes les) fois(?: qu(?:e|'))?|seulement la ou|tant qu(?:e|')|aussitot qu(?:e|')|au moment ou|"
                    + "when(?:ever)?|(?:only|but) where|once|as (?:soon|long|far) as|as(?= (?:\\S+ ){1,2}(?:allow|permit|requir|warrant|unfold|arise|dictate|break|happen|develop|evolve|emerge|come up))|"
                    + "cuando|en cuanto|una vez(?: que)?|tan pronto como|mientras|cada vez que|apenas(?= se )");
    private static final Pattern MEASURE = words(
            "selon|suivant|en fonction d(?:e|u|es|')|dependamment d(?:e|u|es|')|au gre d(?:e|u|es|')|dans (?:la|les) limites? d(?:e|u|es|')|"
                    + "(?:dans|a) la (?:mesure|hauteur) d(?:e|u|es|')|autant que|depending (?:up)?on|according to|based on|within|with (?:additional|extra|external|new|more)|"
                    + "segun|en funcion de|de acuerdo con|dentro de (?:los|las) limites de|en la medida de");
    private static final Pattern CASE = words(
            "en cas d(?:e|u|es|')(?! besoin)|a defaut d(?:e|')|in (?:the )?(?:case|event) of|in the event that|en caso de");

    private static final Pattern MONEY = words(
            "fond(?:s|os)|financ(?:e|ee|es|ees|ement|ements|ier|iere|iers|ieres|ed|ing|iamiento|iacion)|subventions?|budgets?|budgetaires?|argent|bourses?|"
                    + "levees? de fonds|commandit\\S*|bailleurs?|donat\\S*|donors?|dons?(?!')|fund(?:s|ed|ing)?|grants?|money|subsid(?:y|ies|ios?)|sommes|couts?|costs?|costos?|surplus|(?:les|des|nos|assez de) sous|rapporter\\S*|recettes|renouvellement d(?:u|e la|e l'|es) ?(?:programme|projet|entente|mandat)s?|contributions?|sponsor\\S*|"
                    + "subvencion(?:es)?|presupuest\\S*|dinero|becas?|donantes?|(?:recursos|apoyo) (?:economicos?|financieros?)");
    private static final Pattern SITUATION = words(
            "situation\\S*|actualites?|conjonctures?|contextes?|circonstances?|evenements?|evolution|besoins?|urgences?|occasions?|opportunites?|"
                    + "etat|securite|security|seguridad|meteo|temperature|temps qu'il fait|circumstances?|context|events?|news|weather|needs?|"
                    + "situacion(?:es)?|coyuntura|contexto|circunstancias|acontecimientos|necesidades");
    private static final Pattern REQUEST = words(
            "(?:re)?demand(?:e|ee|es|ees|ent|era|eront|aient)|sollicit\\S*|invit\\S*|appell\\S*|consult\\S*|requetes?|"
                    + "f(?:ait|ont|era|eront) (?:appel|signe)|(?:se )?fait inviter|reach(?:es)? out|ask(?:s|ed)?|request(?:s|ed)?|call(?:s|ed)? (?:up)?on|calls? us|"
                    + "pid(?:e|en|a|an)|solicit\\S*|consulten?|llamen?|peticion(?:es)?");
    private static final Pattern STRENGTH = words(
            "benevoles?|disponib\\S*|(?<!a )temps|(?:a|aura|ont|auront|avons) (?:des|les) heures|assez de (?:monde|gens|personnes|bras)|charge de travail|horaires?|effectifs?|forces|capacites?|moyens|ressources|energies?|stagiaires?|possib\\S*|faisables?|releve|il (?:en )?reste\\S*|"
                    + "personnel (?:suffi\\S*|disponible|le permet\\S*)|(?:on|nous|l'equipe) (?:le )?(?:peut|pouvons|pourra|pourrons)|"
                    + "volunteers?|available|availability|(?<!(?:on|in) )time|enough (?:people|hands|of us)|free \\S+|workload|crew|schedules?|capacity|resources|means|energy|interns?|staffing|spare|feasible|practicable|(?:we|staff) can|"
                    + "voluntari[oa]s?|tiempo|horarios?|capacidad(?:es)?|recursos|posible|factible|fuerzas|manos|carga de trabajo|se pueda|podamos");
    private static final Pattern CALLS_FOR = words(
            "(?:l'|le |les |s'y |lo )?(?:permet\\S*|autoris\\S*|exig\\S*|exij\\S*|requier\\S*|requer\\S*|impos\\S*|"
                    + "justifi\\S*|command\\S*|souhait\\S*|pret(?:e|ent)|survien\\S*|allows?|permits?|requires?|warrants?|"
                    + "breaks?|happens?|develops?|evolves?|emerges?|unfolds?|permita|haga falta|surj\\S*|ocurra)");

    /** Requests said without a clause: "at the invitation of…", "groups that ask for it", "first come, first served". */
    private static final List<Pattern> ON_REQUEST = Stream.of(
                    "(?:selon|suivant|en fonction d(?:e|u|es|')|depending (?:up)?on|according to|based on|segun) ?(?:l'|la |le |les |the |el |las )?(?:interet|nombre d'inscri\\S*|inscriptions|affluence|interest|enrol\\S*|registrations|turnout|interes|inscripciones)",
                    "premiere?s? arrivee?s?, premiere?s? servie?s?|first[ -]come,? first[ -]served|por orden de llegada|sur rendez-vous|by appointment|con cita previa",
                    "(?:aux|pour les|a des|a l[ao]s|to|for) (?:[^ ,.;:()]{1,40} ){1,4}(?:interesse?e?s?|interesad[oa]s)(?! (?:par|a|au|aux|en|por))",
                    "(?:to|for) (?:[^ ,.;:()]{1,40} ){0,2}interested (?:[a-z]+)(?! in)",
                    "as (?:needed|requested|required) by [^,.;:()]*|au besoin d(?:es|u) [^,.;:()]*",
                    "quiconque (?:nous )?(?:l[ea']? ?)?(?:demand|reclam|souhait|sollicit|veut)\\S*|(?:qui|that|who|que) (?:nous|us|nos) (?:[a-z]+ )?(?:invit|appel|sollicit|reclam|call|ask)\\S*|(?:that|who) (?:invite|ask|call(?: on)?) us|desireu(?:x|ses?) d(?:e|')[^,.;:()]*|sur (?:simple )?(?:coup de fil|appel|demande)[^,.;:()]*",
                    "(?:qui (?:en|le|la|les) (?:ont besoin|desirent|veulent|veut|desire|demandent|souhaitent|reclament)|(?:that|who) (?:wants?|wish(?:es)?|needs?|asks? for) (?:it|one|them)|que (?:lo|la|los|las) (?:dese|quier|pid|solicit|necesit|requier)[a-z]*)",
                    "(?:sur|par|a l'|a son|a leur) ?(?:invitation|demande|requete|appel)(?: d(?:e |u |es |')[^,.;:()]*)?",
                    "(?:qui|that|which|who|que) (?:nous |l[ea]s? |l'|en |lo |las |los |us )*(?:demand\\S*|souhait\\S*|sollicit\\S*|requier\\S*|requer\\S*|exprim\\S*|express|request|ask|want|solicit\\S*|pid(?:en|an))(?: (?:le|un|a) (?:besoin|need))?(?: (?:it|for it|them))?(?= ?(?:$|[,.;:)]))",
                    "(?:on|upon|at (?:the|their|our)|by) (?:request|demand|invitation)(?: of [^,.;:()]*)?",
                    "(?:a|por|bajo|previa) (?:pedido|peticion|solicitud|invitacion)(?: de[^,.;:()]*)?")
            .map(ConditionClause::words)
            .toList();

    /** "According to the country and source" sorts things, and sets no condition. */
    private static final Pattern SORTS = words(
            "sources?|types?|kinds?|pays|country|paises|pais|regions?|langues?|languages?|idiomas?|categor\\S*|dates?|fechas?|ordre|order|orden|origin\\S*");

    /** Money named in apposition and not there yet: "(budget à confirmer)". */
    private static final Pattern UNCONFIRMED = Pattern.compile(
            "(?<=(?:^|[(,;:–—-]) ?)(?:" + MONEY.pattern()
                    + ")(?: [^ ,.;:()]{1,30}){0,3}? (?:(?:reste(?:nt)? )?a (?:confirmer|venir|trouver|obtenir|determiner)|"
                    + "to (?:be|come)\\b(?: [a-z]+)?|tb[cd]|(?:por|a) (?:confirmar|definir|conseguir)|pendientes?|en attente|pending)(?![a-z])");

    /** An answer that has not come, or money that may remain: "(program X, answer in April)", "from a possible surplus". */
    private static final Pattern AWAITED = words(
            "(?:reste(?:nt)?|il faut|still need) (?:encore )?(?:a |to )?(?:trouver|obtenir|confirmer|recevoir|find|raise) (?:l'|le |la |les |the )?"
                    + MONEY.pattern() + "|pas d(?:e |')" + MONEY.pattern() + ",? pas d|"
                    + "(?<=[(,;–—-] ?)(?:reponse|decision|answer|reply|respuesta)s? (?:(?:attendue?|prevue?|expected|due|esperada) )?(?:en|au|a l'|d'ici|vers|in|by|for|para) ?[^,.;:()]{1,30}(?= ?(?:$|[),.;]))"
                    + "|(?:a meme|with|from|con) (?:une?|des|les|any|a|un|una) (?:eventuel(?:le)?s?|possible|posible|eventual) [^,.;:()]*");

    /** Work that answers what others will do: "react to announcements", "at the first sign of…". */
    private static final List<Pattern> IN_REACTION = Stream.of(
                    "(?<!(?<![a-z])(?:a|de|pour|comment) )reagir (?:[a-z]+ment )?(?:aux|a tout\\S*|a une?|a chaque)(?: [^,.;:()]*)?",
                    "en (?:reaction|reponse) (?:aux|a tout\\S*|a une?)(?: [^,.;:()]*)?",
                    "in (?:response|reaction) to (?!(?:the|this|these|last) )[^,.;:()]*|(?<!to )react to (?!(?:the|this|these|last) )[^,.;:()]*",
                    "(?:a|des) (?:la )?(?:moindre \\S+|premiere (?:alerte|menace))|au moindre \\S+|des le premier (?:signe|signal|incident)|"
                            + "lors (?:d'(?:une )?(?:attaques?|arrestations?|crises?|agressions?|elections? anticipees?)|d(?:e|')s? ?(?:une? )?(?:crises?|menaces?|conflits?|greves?|represailles|catastrophes?|licenciements?))(?: [^,.;:()]*)?",
                    "at the (?:first|slightest) (?:\\S+)|a (?:la )?(?:menor|primera) (?:alerta|senal|amenaza)",
                    "(?<=moviliz[a-z]{1,10} [^,.;:()]{0,60})(?:frente a|ante) [^,.;:()]*",
                    "(?<=[(\\[] ?)(?:a confirmer|a valider|tb[cd]|to be confirmed|por confirmar)(?= ?[)\\]])")
            .map(ConditionClause::words)
            .toList();

    /** Words that promise only what the team can do: "ideally", "in our spare time". */
    private static final List<Pattern> AS_WE_CAN = Stream.of(
                    "idealement|dans l'ideal|ideally|idealmente|eventuellement|possiblement|eventualmente|posiblemente|possibly|perhaps|maybe",
                    "(?:au-dela de|beyond|mas alla de) (?:nos|ses|leurs|our|their|nuestr[oa]s) (?:forces|moyens|capacites|ressources|means|capacity|strength|fuerzas|medios)",
                    "a temps perdu|dans (?:l|n|s|leur)[eo]?s? (?:temps|moments) (?:libres|morts|creux)|in (?:our |their |my )?(?:spare|free) time|en (?:los )?ratos libres",
                    "(?<=[(\\[] ?)(?:facultati(?:f|ve)s?|optionnel(?:le)?s?|en option|optional|opcional(?:es)?)(?= ?[)\\]])")
            .map(ConditionClause::words)
            .toList();

    /** "Staffing allowing", "money permitting": what is named first tells on what it depends. */
    private static final Pattern PERMITTING = words(
            "(?<=(?:^|[(,;] ?))(?:(?:[a-z]{1,30} ){1,2}(?:allowing|permitting)|(?:[a-z]{1,30} ){1,3}(?:le |la )?permettant)(?= ?(?:$|[(),.;:]))");

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
        add(AWAITED, Commitment.IF_FUNDED, flat, found);
        IN_REACTION.forEach(pattern -> add(pattern, Commitment.IF_SITUATION_CALLS, flat, found));
        AS_WE_CAN.forEach(pattern -> add(pattern, Commitment.IF_CAPACITY_ALLOWS, flat, found));
        Matcher permitting = PERMITTING.matcher(flat);
        while (permitting.find()) {
            add(permitting(permitting.group()), permitting.start(), permitting.end(), found);
        }
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

    private static Commitment permitting(String words) {
        if (MONEY.matcher(words).find()) {
            return Commitment.IF_FUNDED;
        }
        return SITUATION.matcher(words).find() ? Commitment.IF_SITUATION_CALLS : Commitment.IF_CAPACITY_ALLOWS;
    }

    private static @Nullable Commitment kind(Pattern opener, String whole, String clause) {
        if (opener == MEASURE && SORTS.matcher(clause).find()) {
            return null;
        }
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
