package org.convergence.plan.actionplan;

import java.util.StringTokenizer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An action or a sub-action, as chosen, listed or named.
 *
 * @param parent the action above it, {@code null} unless it is a sub-action
 * @param code its own code, else the means' code: {@code 1.4}; {@code null} if neither has one
 * @param title its title, or the beginning of its text, at most 120 characters
 * @param text its whole text
 * @param dropped whether it was dropped by decision
 */
public record PlanLine(
        ActionId id,
        PlanId plan,
        ObjectiveId objective,
        MeansId means,
        @Nullable ActionId parent,
        @Nullable String code,
        String title,
        String text,
        String objectiveTitle,
        String meansTitle,
        @Nullable Area area,
        Commitment commitment,
        boolean dropped) {

    private static final int SHORT = 120;
    private static final String BLANKS = " \t\n\u000B\f\r";
    private static final Pattern LOOSE_END = Pattern.compile("[\\s,;:.(]+$");

    /** The one-line label: « 1.4 · Ateliers ». */
    public String label() {
        return code == null ? title : code + " · " + title;
    }

    /** The full name used in files, on one line: « Plan d’action 2026-2027 · 1.4 · Offrir des ateliers. » */
    public String fullName(String planTitle) {
        return Stream.of(planTitle, code, text.strip().replaceAll("\\s+", " "))
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** The beginning of a text, cut at a word; called for each line of a plan, so it reads no further than needed. */
    public static String shorten(String text) {
        StringBuilder line = new StringBuilder();
        StringTokenizer words = new StringTokenizer(text.strip(), BLANKS);
        while (words.hasMoreTokens() && line.length() <= SHORT) {
            line.append(line.isEmpty() ? "" : " ").append(words.nextToken());
        }
        if (line.length() <= SHORT) {
            return line.toString();
        }
        int cut = line.lastIndexOf(" ", SHORT - 1);
        return LOOSE_END
                        .matcher(line.substring(0, cut < SHORT / 2 ? SHORT - 1 : cut))
                        .replaceAll("") + "…";
    }
}
