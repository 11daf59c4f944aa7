package org.convergence.plan.report.domain;

import java.util.List;
import java.util.regex.Pattern;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.ReportContents.ReportPart;

/** The decisions that a note requests: one on each line, with or without a dash or a number before it. */
public final class RequestedDecisions {

    private static final Pattern MARK = Pattern.compile("^(?:[-*•–]|\\d{1,3}[.)])\\s+");

    private RequestedDecisions() {}

    /** The decisions requested in a report, in order, each once. */
    public static List<String> extract(ReportContents contents) {
        return extract(contents.part(SectionRef.DECISIONS).map(ReportPart::text).orElse(""));
    }

    /** The decisions requested in a text, in order, each once. */
    public static List<String> extract(String text) {
        return text.lines()
                .map(line -> MARK.matcher(line.strip()).replaceFirst(""))
                .map(line -> line.replaceAll("\\s+", " ").strip())
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }
}
