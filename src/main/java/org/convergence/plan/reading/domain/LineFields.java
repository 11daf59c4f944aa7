package org.convergence.plan.reading.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.plan.reading.domain.outline.DueDateRange;
import org.convergence.plan.reading.domain.outline.PlanTableColumn;
import org.convergence.plan.reading.domain.outline.TextAnalysis;
import org.jspecify.annotations.Nullable;

/**
 * What the last words of a line say beside it: "(resp. : Comité terrain)", "avant le 30 novembre 2026", "budget :
 * 500 $", "mensuel". They leave its text.
 *
 * @param text the line without them
 * @param values what they say, by kind
 * @param others the pieces without a place of their own beside a line, whole: indicator, budget, rhythm
 * @param rest captions and brackets around the values
 */
record LineFields(String text, Map<PlanTableColumn, String> values, List<String> others, List<String> rest) {

    /** The last piece of a text, after a bracket, a comma, a dash or a full stop. */
    private static final Pattern LAST = Pattern.compile(
            "(?<before>\\s*[(\\[]|\\s*[,;|]\\s+|\\s+[–—-]\\s+|[.]\\s+)(?<piece>(?:(?![,;]\\s|[.]\\s(?!:)|\\s[–—-]\\s)[^()\\[\\]|])+?)(?<after>[)\\]]?\\s*[.;]?)$");

    static final Pattern CAPTIONED = Pattern.compile("(?<caption>[\\p{L}'’()./ -]{2,40}?)\\s*:\\s*(?<value>\\S.*)");
    private static final Pattern DEADLINE = Pattern.compile(
            "(?<before>[,;]?\\s+)(?<piece>(?:avant|d['’]ici|au plus tard|before|by|no later than|antes del?)\\s(?:[^,.;:()]|, (?=20\\d\\d)){3,40})(?<after>[)\\]]?\\s*[.;]?)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AMOUNT = Pattern.compile(
            "(?:(?:environ|about|unos) )?\\$? ?\\d[\\d   .,]*(?: ?(?:\\$|dollars?|k\\$|cad))?(?: par (?:an|annee|mois))?");
    private static final Pattern MONEY_SIGN = Pattern.compile("\\$|dollar|cad");

    private static final String UNIT = "(?:jour|semaine|mois|trimestre|saison|annee|an|automne|printemps|ete|hiver|"
            + "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|day|week|month|quarter|year|term|season|semana|mes|trimestre|ano)s?";
    private static final Pattern RHYTHM = Pattern.compile("(?<![a-z])(?:"
            + "(?:bi|semi-)?(?:mensuel|hebdomadaire|trimestriel|annuel|semestriel|quotidien|bimestriel)(?:le)?s?(?:ment)?|"
            + "(?:a )?(?:chaque|tous les|toutes les|every|each|cada|todos los|todas las) (?:deux |trois |two |three |other |dos )?"
            + UNIT + "|"
            + "(?:une|deux|trois|quatre|\\d{1,2}) fois (?:par|l'|chaque) ?" + UNIT + "|aux (?:deux|trois|six) "
            + UNIT
            + "|en continu|toute l'annee|"
            + "(?:bi-?|semi-)?(?:monthly|weekly|quarterly|yearly|annually|annual|daily)|"
            + "(?:once|twice|(?:three|four|\\d{1,2}) times) (?:a|per|every) " + UNIT + "|ongoing|year-round|"
            + "(?:una vez|dos veces|\\d{1,2} veces) (?:al|por) " + UNIT
            + "|mensual|semanal|trimestral|anual(?:es)?)(?![a-z])");

    private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{L}'’.-]{1,30}(?: (?:[\\p{L}'’.-]{1,30})){0,4}");

    /** A role beside a date, without a caption: "… - Coordinator - Fall 2027". */
    private static final Pattern ROLE = Pattern.compile(
            "(?:le |la |les |l'|the |el |los )?"
                    + "(?:coord(?:in|onn)a[a-z]*|comites?|committee|comite|equipe|team|equipo|conseil|board|junta|"
                    + "president[a-z]*|tresor[a-z]*|treasurer|tesorer[a-z]*|secreta[a-z]*|secretary|animat[a-z]*|"
                    + "direct(?:ion|or|rice|eur)[a-z]*|benevoles|volunteers|voluntari[oa]s|staff|personnel)(?: [^ ]{1,30}){0,4}");

    /** The fields at the end of a text. */
    static LineFields read(String text, boolean namesOwners) {
        Map<PlanTableColumn, String> values = new EnumMap<>(PlanTableColumn.class);
        List<String> others = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        String left = text;
        for (Matcher last = last(left); last != null; last = last(left)) {
            String piece = last.group("piece").strip();
            Matcher captioned = CAPTIONED.matcher(piece);
            PlanTableColumn kind = kind(piece);
            if (kind == null && isOwner(piece, last.group("before"), values, namesOwners)) {
                kind = PlanTableColumn.RESPONSIBLE;
            }
            if (kind == null || values.containsKey(kind) || last.start() == 0) {
                break;
            }
            String tail = left.substring(last.start());
            String value = captioned.matches() ? captioned.group("value").strip() : piece;
            boolean followed = kind == PlanTableColumn.RESPONSIBLE || kind == PlanTableColumn.DUE;
            String kept = followed ? value : piece;
            values.put(kind, value);
            if (!followed) {
                others.add(0, piece);
            }
            boolean inBracket = tail.indexOf(')') >= 0 && tail.indexOf('(') < 0;
            left = left.substring(0, last.start()).stripTrailing() + (inBracket ? ")" : "");
            rest.add(
                    0,
                    (inBracket ? tail.replace(")", "") : tail).replace(kept, "").strip());
        }
        return new LineFields(
                left,
                values,
                others,
                rest.stream().filter(one -> !one.isEmpty()).toList());
    }

    /** Whether a text says how often, and nothing else. */
    static boolean isRhythm(String text) {
        return RHYTHM.matcher(TextAnalysis.fold(text)).matches();
    }

    /** A role beside a date, or, where the lines of this plan name their owners, a name. */
    private static boolean isOwner(
            String piece, String before, Map<PlanTableColumn, String> values, boolean namesOwners) {
        boolean apart = !before.contains(",") && !before.contains(".") && !before.contains(";");
        boolean role = values.containsKey(PlanTableColumn.DUE)
                && ROLE.matcher(TextAnalysis.fold(piece)).matches();
        return apart && (role || (namesOwners && NAME.matcher(piece).matches()));
    }

    private static @Nullable Matcher last(String text) {
        Matcher deadline = DEADLINE.matcher(text);
        if (deadline.find() && DueDateRange.read(deadline.group("piece"), null).to() != null) {
            return deadline;
        }
        Matcher last = LAST.matcher(text);
        return last.find() ? last : null;
    }

    /** What a piece says, or null: a caption with its value, a date, a rhythm or an amount of money, and nothing else. */
    private static @Nullable PlanTableColumn kind(String piece) {
        Matcher captioned = CAPTIONED.matcher(piece);
        if (captioned.matches()) {
            PlanTableColumn kind = PlanTableColumn.fromCaption(captioned.group("caption"));
            return kind == null || !kind.isBeside() ? null : kind;
        }
        if (DueDateRange.read(piece, null).to() != null || DueDateRange.isDayOfYear(piece)) {
            return PlanTableColumn.DUE;
        }
        if (isRhythm(piece)) {
            return PlanTableColumn.RHYTHM;
        }
        String flat = TextAnalysis.fold(piece);
        return AMOUNT.matcher(flat).matches() && MONEY_SIGN.matcher(flat).find() ? PlanTableColumn.BUDGET : null;
    }
}
