package org.convergence.plan.report.domain;

import java.util.Locale;
import org.convergence.plan.report.ReportSectionKind;
import org.convergence.plan.report.domain.ReportContents.ReportPart;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The headings of the sections of a report, and the names of plan lines. */
public final class PartHeadingFormatter {

    private PartHeadingFormatter() {}

    /** The report's own heading if it sets one; else « Mot de la présidence », « Objectif 1 · … », « 1.2 Ateliers ». */
    public static String format(ReportPart part, Words t) {
        if (part.heading() != null) {
            return part.heading();
        }
        if (!part.kind().isPlanLine()) {
            return t.say("report.section." + part.kind().name().toLowerCase(Locale.ROOT));
        }
        if (part.title().isEmpty()) {
            return t.say("report.section.gone");
        }
        return part.kind() == ReportSectionKind.OBJECTIVE && part.code() != null
                ? t.say("report.section.objective", part.code(), part.title())
                : format(part.code(), part.title());
    }

    /** « 1.2 Ateliers »; only the title if there is no code. */
    static String format(@Nullable String code, String title) {
        return code == null ? title : code + " " + title;
    }
}
