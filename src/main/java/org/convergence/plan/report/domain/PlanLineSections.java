package org.convergence.plan.report.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.convergence.plan.report.ReportSectionKind;
import org.convergence.plan.report.domain.ReportContents.ReportPart;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;

/** The lines of the plan on paper: each objective with its means; a text whose line is gone forms its own section. */
final class PlanLineSections {

    /**
     * An objective and its means.
     *
     * @param own the blocks of the objective itself
     * @param silent the means without content
     */
    record ObjectiveBlocks(String heading, List<Block> own, List<Section> means, List<ReportPart> silent) {}

    private PlanLineSections() {}

    /**
     * The sections; an objective without content is left out.
     *
     * @param told the blocks of a line; empty to leave it out
     * @param made lays out an objective with its means
     */
    static List<Section> assemble(
            ReportContents contents,
            Words t,
            Function<ReportPart, List<Block>> told,
            Function<ObjectiveBlocks, Section> made) {
        List<Section> sections = new ArrayList<>();
        List<ReportPart> parts = contents.parts();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).kind() == ReportSectionKind.OBJECTIVE) {
                List<Section> means = new ArrayList<>();
                List<ReportPart> without = new ArrayList<>();
                for (int below = i + 1;
                        below < parts.size() && parts.get(below).kind() == ReportSectionKind.MEANS;
                        below++) {
                    List<Block> blocks = told.apply(parts.get(below));
                    if (blocks.isEmpty()) {
                        without.add(parts.get(below));
                    } else {
                        means.add(Section.of(PartHeadingFormatter.format(parts.get(below), t), blocks));
                    }
                }
                Section section = made.apply(new ObjectiveBlocks(
                        PartHeadingFormatter.format(parts.get(i), t), told.apply(parts.get(i)), means, without));
                if (!section.sections().isEmpty() || !section.blocks().isEmpty()) {
                    sections.add(section);
                }
            }
        }
        return sections;
    }
}
