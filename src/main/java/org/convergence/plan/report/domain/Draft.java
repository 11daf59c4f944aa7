package org.convergence.plan.report.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.FigureDrafting.Gap;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is drafted.
 *
 * @param responsible who sees to it, as shown
 * @param written what is written of each section
 * @param writers who writes each section, as shown
 * @param gaps what explains a gap or a delay, by action
 * @param leftOut the realisations that it leaves out
 * @param right the means whose figures someone found right as they are
 * @param lacks what is still missing, section by section
 */
public record Draft(
        Report report,
        @Nullable String responsible,
        Contents contents,
        Map<SectionRef, Written> written,
        Map<SectionRef, String> writers,
        Map<UUID, Gap> gaps,
        List<LeftOut> leftOut,
        Set<UUID> right,
        List<Lack> lacks) {

    public Draft {
        written = Map.copyOf(written);
        writers = Map.copyOf(writers);
        gaps = Map.copyOf(gaps);
        leftOut = List.copyOf(leftOut);
        right = Set.copyOf(right);
        lacks = List.copyOf(lacks);
    }

    /** A realisation that is not told, and why. */
    public record LeftOut(UUID id, String title, String reason) {}

    /** What is written of a section, nothing at first. */
    public Written written(SectionRef section) {
        Written known = written.get(section);
        return known == null ? Written.nothing(report.id(), section) : known;
    }

    /** What explains the gap or the delay of an action, nothing at first. */
    public Gap gap(UUID action) {
        Gap known = gaps.get(action);
        return known == null ? Gap.NONE : known;
    }

    /** What a section lacks. */
    public List<Lack> lacks(SectionRef section) {
        return lacks.stream().filter(lack -> section.equals(lack.section())).toList();
    }

    public SectionState state(SectionRef section) {
        return SectionPolicy.state(lacks(section));
    }

    /** What must be there before it can be filed. */
    public List<Lack> blocking() {
        return lacks.stream().filter(lack -> lack.kind().blocks()).toList();
    }
}
