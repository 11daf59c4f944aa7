package org.convergence.plan.report.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.Lack.ReportSectionState;
import org.convergence.plan.report.domain.ReportFigureService.GapExplanation;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is drafted.
 *
 * @param responsible the responsible person, as shown
 * @param written the stored part of each section
 * @param writers the writer of each section, as shown
 * @param gaps the explanations of gaps or delays, by action
 * @param leftOut the realisations that it leaves out
 * @param right the means whose figures were confirmed and are unchanged
 * @param lacks what is still missing, section by section
 */
public record ReportDraft(
        Report report,
        @Nullable String responsible,
        ReportContents contents,
        Map<SectionRef, StoredSection> written,
        Map<SectionRef, String> writers,
        Map<UUID, GapExplanation> gaps,
        List<LeftOutRealisation> leftOut,
        Set<UUID> right,
        List<Lack> lacks) {

    public ReportDraft {
        written = Map.copyOf(written);
        writers = Map.copyOf(writers);
        gaps = Map.copyOf(gaps);
        leftOut = List.copyOf(leftOut);
        right = Set.copyOf(right);
        lacks = List.copyOf(lacks);
    }

    /** A realisation that is left out, and why. */
    public record LeftOutRealisation(UUID id, String title, String reason) {}

    /** The stored part of a section, empty at first. */
    public StoredSection findSection(SectionRef section) {
        StoredSection known = written.get(section);
        return known == null ? StoredSection.empty(report.id(), section) : known;
    }

    /** The explanation of the gap or the delay of an action, empty at first. */
    public GapExplanation gap(UUID action) {
        GapExplanation known = gaps.get(action);
        return known == null ? GapExplanation.NONE : known;
    }

    /** What a section lacks. */
    public List<Lack> lacks(SectionRef section) {
        return lacks.stream().filter(lack -> section.equals(lack.section())).toList();
    }

    public ReportSectionState state(SectionRef section) {
        return ReportSectionPolicy.state(lacks(section));
    }

    /** What prevents the filing. */
    public List<Lack> blockingLacks() {
        return lacks.stream().filter(lack -> lack.kind().blocks()).toList();
    }
}
