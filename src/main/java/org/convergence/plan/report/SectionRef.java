package org.convergence.plan.report;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.ObjectiveId;
import org.convergence.platform.text.TextParser;
import org.jspecify.annotations.Nullable;

/**
 * Identifies a section of a report by its place.
 *
 * @param line the objective or means that it is about, {@code null} for those at the beginning or the end
 */
public record SectionRef(ReportSectionKind kind, @Nullable UUID line) {

    /** The word of welcome. */
    public static final SectionRef FOREWORD = new SectionRef(ReportSectionKind.FOREWORD, null);

    /** The summary. */
    public static final SectionRef ESSENTIAL = new SectionRef(ReportSectionKind.ESSENTIAL, null);

    /** The requested decisions. */
    public static final SectionRef DECISIONS = new SectionRef(ReportSectionKind.DECISIONS, null);

    /** The outlook. */
    public static final SectionRef CLOSING = new SectionRef(ReportSectionKind.CLOSING, null);

    public SectionRef {
        if (kind.isPlanLine() != (line != null)) {
            throw new IllegalArgumentException("only a section about a line of the plan has a line");
        }
    }

    public static SectionRef of(ObjectiveId objective) {
        return new SectionRef(ReportSectionKind.OBJECTIVE, objective.value());
    }

    public static SectionRef of(MeansId means) {
        return new SectionRef(ReportSectionKind.MEANS, means.value());
    }

    /** Its name in addresses: {@code foreword}, {@code decisions}, {@code objective-…}, {@code means-…}. */
    public String slug() {
        String word = kind.name().toLowerCase(Locale.ROOT);
        return line == null ? word : word + "-" + line;
    }

    /** The section with this name in an address; empty if there is none. */
    public static Optional<SectionRef> fromSlug(String slug) {
        int dash = slug.indexOf('-');
        String word = dash < 0 ? slug : slug.substring(0, dash);
        Optional<UUID> line = dash < 0 ? Optional.empty() : TextParser.id(slug.substring(dash + 1));
        return dash >= 0 && line.isEmpty()
                ? Optional.empty()
                : TextParser.constant(word.toUpperCase(Locale.ROOT), ReportSectionKind.class)
                        .map(kind -> new SectionRef(kind, line.orElse(null)));
    }
}
