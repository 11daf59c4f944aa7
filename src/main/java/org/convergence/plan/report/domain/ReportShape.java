package org.convergence.plan.report.domain;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.ReportSectionKind;
import org.convergence.plan.report.domain.Lack.LackKind;
import org.convergence.plan.report.domain.ReportPaperAssembler.ReportChapters;

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
public record ReportShape(
        List<ReportSectionKind> before,
        List<ReportSectionKind> after,
        Map<ReportSectionKind, TextLimits> usual,
        Set<LackKind> lacks,
        boolean tellsYear,
        boolean tellsStanding,
        ReportChapters chapters) {

    /**
     * The default limits of a text.
     *
     * @param most maximum number of characters, unless the report sets another
     * @param optional whether the text may stay empty, unless the report sets otherwise
     */
    public record TextLimits(int most, boolean optional) {}

    private static final ReportShape ANNUAL = new ReportShape(
            List.of(ReportSectionKind.FOREWORD),
            List.of(ReportSectionKind.CLOSING),
            Map.of(
                    ReportSectionKind.FOREWORD, new TextLimits(3_000, false),
                    ReportSectionKind.OBJECTIVE, new TextLimits(1_500, true),
                    ReportSectionKind.MEANS, new TextLimits(2_000, false),
                    ReportSectionKind.CLOSING, new TextLimits(2_000, true)),
            EnumSet.complementOf(EnumSet.of(LackKind.LATE)),
            true,
            false,
            new AnnualReportChapters());

    /** Short: it is read on a phone, in five minutes. No target is missed before its year has ended. */
    private static final ReportShape BOARD = new ReportShape(
            List.of(ReportSectionKind.ESSENTIAL, ReportSectionKind.DECISIONS),
            List.of(),
            Map.of(
                    ReportSectionKind.ESSENTIAL, new TextLimits(1_000, true),
                    ReportSectionKind.DECISIONS, new TextLimits(2_000, true),
                    ReportSectionKind.OBJECTIVE, new TextLimits(400, true),
                    ReportSectionKind.MEANS, new TextLimits(400, true)),
            EnumSet.complementOf(EnumSet.of(LackKind.GAP, LackKind.PIECE, LackKind.UNCOUNTED, LackKind.CHANGED)),
            false,
            true,
            new NoteChapters());

    public ReportShape {
        before = List.copyOf(before);
        after = List.copyOf(after);
        usual = Map.copyOf(usual);
        lacks = Set.copyOf(lacks);
    }

    /** Whether the report is short, and so has no table of contents. */
    boolean isShort() {
        return !tellsYear;
    }

    /** The shape for an audience. */
    public static ReportShape of(Audience audience) {
        return switch (audience) {
            case ANNUAL -> ANNUAL;
            case BOARD -> BOARD;
        };
    }

    /** The default limits of a section; those of a means if the audience has no such section. */
    public TextLimits of(ReportSectionKind kind) {
        return usual.getOrDefault(kind, new TextLimits(2_000, true));
    }
}
