package org.convergence.plan.report.domain;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.SectionKind;
import org.convergence.plan.report.domain.Lack.Kind;

/**
 * The shape of the reports to one audience: all that differs between audiences.
 *
 * @param before the sections before those of the plan's lines
 * @param after the sections after them
 * @param usual the default limits of the text of each kind of section
 * @param lacks the checks before it is filed
 * @param tellsYear whether it shows the progress of targets, and photographs
 * @param tellsStanding whether it shows late and waiting actions, and the capacity ahead
 * @param chapters its chapters
 */
public record AudienceShape(
        List<SectionKind> before,
        List<SectionKind> after,
        Map<SectionKind, Usual> usual,
        Set<Kind> lacks,
        boolean tellsYear,
        boolean tellsStanding,
        Chapters chapters) {

    /**
     * The default limits of a text.
     *
     * @param most maximum number of characters, unless the report sets another
     * @param optional whether it may stay empty, unless the report says otherwise
     */
    public record Usual(int most, boolean optional) {}

    private static final AudienceShape ANNUAL = new AudienceShape(
            List.of(SectionKind.FOREWORD),
            List.of(SectionKind.CLOSING),
            Map.of(
                    SectionKind.FOREWORD, new Usual(3_000, false),
                    SectionKind.OBJECTIVE, new Usual(1_500, true),
                    SectionKind.MEANS, new Usual(2_000, false),
                    SectionKind.CLOSING, new Usual(2_000, true)),
            EnumSet.complementOf(EnumSet.of(Kind.LATE)),
            true,
            false,
            new AnnualChapters());

    /** Short: it is read on a phone, in five minutes. No target is missed before its year has ended. */
    private static final AudienceShape BOARD = new AudienceShape(
            List.of(SectionKind.ESSENTIAL, SectionKind.DECISIONS),
            List.of(),
            Map.of(
                    SectionKind.ESSENTIAL, new Usual(1_000, true),
                    SectionKind.DECISIONS, new Usual(2_000, true),
                    SectionKind.OBJECTIVE, new Usual(400, true),
                    SectionKind.MEANS, new Usual(400, true)),
            EnumSet.complementOf(EnumSet.of(Kind.GAP, Kind.PIECE, Kind.UNCOUNTED, Kind.CHANGED)),
            false,
            true,
            new NoteChapters());

    public AudienceShape {
        before = List.copyOf(before);
        after = List.copyOf(after);
        usual = Map.copyOf(usual);
        lacks = Set.copyOf(lacks);
    }

    /** Whether it is read at one sitting, and so without a table of contents. */
    boolean isShort() {
        return !tellsYear;
    }

    /** The shape for an audience. */
    public static AudienceShape of(Audience audience) {
        return switch (audience) {
            case ANNUAL -> ANNUAL;
            case BOARD -> BOARD;
        };
    }

    /** The default limits of a section; those of a means if the audience has no such section. */
    public Usual of(SectionKind kind) {
        return usual.getOrDefault(kind, new Usual(2_000, true));
    }
}
