package org.convergence.plan.report.domain;

import java.util.List;
import java.util.regex.Pattern;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.Contents.Part;

/** The decisions that a note requests: one on each line, with or without a dash or a number before it. */
public final class Decisions {

    private static final Pattern MARK = Pattern.compile("^(?:[-*•–]|\\d{1,3}[.)])\\s+");

    private Decisions() {}

    /** Those of a report, in order, each once. */
    public static List<String> in(Contents contents) {
        return in(contents.part(SectionRef.DECISIONS).map(Part::text).orElse(""));
    }

    /** Those of a text, in order, each once. */
    public static List<String> in(String text) {
        return text.lines()
                .map(line -> MARK.matcher(line.strip()).replaceFirst(""))
                .map(line -> line.replaceAll("\\s+", " ").strip())
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }
}
