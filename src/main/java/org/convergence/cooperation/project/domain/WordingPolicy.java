package org.convergence.cooperation.project.domain;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.convergence.cooperation.project.domain.IndicatorService.IndicatorKind;
import org.convergence.cooperation.project.domain.LogicModelPolicy.ResultLevel;

/**
 * Warnings about the wording of results and indicators (R-GAR-3, R-GAR-5). They compare words of French, English and
 * Spanish, so they may be wrong, and they block nothing.
 */
public final class WordingPolicy {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final int FEWEST_WORDS = 6;

    private static final String PARTICIPLE = "(?:\\p{L}{2,}(?:ée?s?|ado?s?|adas?|idos?|idas?|ed)"
            + "|accru|réduit|acquis|établi|fourni|produit|tenu|offert|ouvert|réuni|remis|conçu|obtenu|maintenu|élargi|appris"
            + "|given|held|built|written|hecho|abierto)(?:e?s?)";

    private static final Pattern CHANGED = compile("\\b" + PARTICIPLE + "\\b");
    private static final Pattern TWO_CHANGES =
            compile("\\b" + PARTICIPLE + "\\b[^.]*\\b(?:et|and|y|ainsi que)\\b[^.]*\\b" + PARTICIPLE + "\\b|;");
    /** A noun may end as a verb does (« Centre de jour ouvert », « Atelier tenu »): a verb is followed by its object. */
    private static final String OBJECT =
            "(?:l[’'].|(?:la|le|les|une?|des|du|aux?|leurs?|[nv]otre|[nv]os|el|los|las|un[oa]s?|\\d+"
                    + "|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|et|ou|y)(?!\\p{L}))";

    private static final Pattern ACTION_FIRST =
            compile("^(?:\\p{L}+(?:er|ir|oir|re|ar) " + OBJECT + "|(?:to \\p{L}+|\\p{L}+ing)\\b).*");
    private static final Pattern DIRECTION = compile(
            "\\b(?:augment|hausse|baisse|accr[uo]|amélior|diminu|réduc|réduit"
                    + "|renforc|meilleure?s?\\b|increas|decreas|improv|reduc|rise\\b|fall\\b|better\\b|aumento|mejor|dismin)\\p{L}*");
    private static final Pattern TARGET = compile("\\d+\\s*%|\\b\\d{2,}\\b");
    private static final Pattern PEOPLE = compile(
            "\\b(?:personne|femme|homme|participant|travailleu|ouvri|délégu|membre"
                    + "|jeune|stagiaire|people\\b|person|women\\b|men\\b|worker|delegate|trabajador|mujer|hombre)\\p{L}*");

    private WordingPolicy() {}

    /** What may be wrong with a wording. */
    public enum WordingWarning {
        /** A result that begins as an activity. */
        ACTIVITY,
        /** No past participle: what has changed is not said. */
        NO_CHANGE,
        /** Two changes in one result. */
        TWO_CHANGES,
        /** So short that who or where is missing. */
        NO_WHO,
        /** An indicator with a direction in it. */
        DIRECTION,
        /** An indicator with its target in it. */
        TARGET,
        /** People are counted, and not by sex. */
        NOT_BY_SEX,
        /** An outcome or output without an indicator. */
        NO_INDICATOR;

        /** The message key of its sentence. */
        public String key() {
            return "project.wording." + name();
        }
    }

    /** Warnings about a result; none about an activity. */
    public static Set<WordingWarning> checkResult(ResultLevel level, String statement) {
        Set<WordingWarning> found = EnumSet.noneOf(WordingWarning.class);
        if (!level.isMeasured()) {
            return found;
        }
        String text = statement.strip();
        if (ACTION_FIRST.matcher(text).matches()) {
            found.add(WordingWarning.ACTIVITY);
        } else if (!CHANGED.matcher(text).find()) {
            found.add(WordingWarning.NO_CHANGE);
        }
        if (level.isOutcome() && TWO_CHANGES.matcher(text).find()) {
            found.add(WordingWarning.TWO_CHANGES);
        }
        if (level.isOutcome() && text.split("\\s+", -1).length < FEWEST_WORDS) {
            found.add(WordingWarning.NO_WHO);
        }
        return found;
    }

    /** Warnings about an indicator. */
    public static Set<WordingWarning> checkIndicator(IndicatorKind kind, boolean bySex, String wording) {
        Set<WordingWarning> found = EnumSet.noneOf(WordingWarning.class);
        if (DIRECTION.matcher(wording).find()) {
            found.add(WordingWarning.DIRECTION);
        }
        if (TARGET.matcher(wording).find()) {
            found.add(WordingWarning.TARGET);
        }
        if (kind == IndicatorKind.QUANTITY && !bySex && PEOPLE.matcher(wording).find()) {
            found.add(WordingWarning.NOT_BY_SEX);
        }
        return found;
    }

    private static Pattern compile(String pattern) {
        return Pattern.compile(pattern, FLAGS);
    }
}
