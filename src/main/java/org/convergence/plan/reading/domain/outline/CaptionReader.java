package org.convergence.plan.reading.domain.outline;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.plan.reading.domain.outline.LineMark.LineMarkKind;
import org.jspecify.annotations.Nullable;

/**
 * Captions inside a plan: those that only announce what follows ("Means and actions"), and those with a value ("Due:
 * May").
 */
final class CaptionReader {

    private static final String NOUN =
            "(?:les |the |nos |our )?(?:principa(?:les|ux) |key |main )?(?:moyens?|actions?|activites?|strategies|taches|etapes"
                    + "|mesures|objectifs?(?: specifiques| operationnels)?|initiatives|means|activities|tasks|steps|measures|pistes|"
                    + "interventions|realisations|resultats(?: attendus)?|indicateurs?|cibles)";

    private static final Pattern LABEL = Pattern.compile(NOUN + "(?:(?:,| et| and|/| &) ?" + NOUN + "){0,3}"
            + "(?: (?:d'action|de mise en oeuvre|prevue?s|proposee?s|retenue?s|envisagee?s|prioritaires|a realiser|"
            + "a mener|a entreprendre|pour y arriver|planned|proposed|concretes|privilegies))?\\s*:?");

    private static final Pattern ATTRIBUTE =
            Pattern.compile("(?<caption>[\\p{L}'’()/ -]{2,40}?)\\s*:\\s*(?<value>\\S.*)?", Pattern.DOTALL);

    private CaptionReader() {}

    /** A line with nothing but the names of what follows. */
    static boolean isLabel(String text) {
        return text.length() <= 80 && LABEL.matcher(TextAnalysis.fold(text)).matches();
    }

    /** Responsible, due date or target on a line of its own; null if it is none of these. */
    static @Nullable LineMark readAttribute(String text) {
        Matcher matcher = ATTRIBUTE.matcher(text.length() > 60 ? text.substring(0, 60) : text);
        if (!matcher.lookingAt()) {
            return null;
        }
        PlanTableColumn column = PlanTableColumn.fromCaption(matcher.group("caption"));
        if (column != PlanTableColumn.RESPONSIBLE
                && column != PlanTableColumn.DUE
                && column != PlanTableColumn.TARGET) {
            return null;
        }
        int end = matcher.group("value") == null ? matcher.end() : matcher.start("value");
        return new LineMark(
                LineMarkKind.ATTRIBUTE, text.substring(0, end).strip(), null, "A:" + column.name(), 0, 0, null);
    }
}
