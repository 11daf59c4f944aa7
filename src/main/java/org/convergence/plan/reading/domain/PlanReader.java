package org.convergence.plan.reading.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.convergence.plan.reading.domain.outline.Block;
import org.convergence.plan.reading.domain.outline.Outline;
import org.convergence.plan.reading.domain.outline.OutlineReader;
import org.convergence.plan.reading.domain.outline.PartOfPlan;
import org.convergence.plan.reading.domain.outline.Warning;
import org.convergence.plan.reading.domain.text.Budget;
import org.convergence.plan.reading.domain.text.Line;
import org.convergence.plan.reading.domain.text.Manuscript;
import org.convergence.plan.reading.domain.text.ManuscriptReader;
import org.convergence.plan.reading.domain.text.Position;
import org.convergence.plan.reading.domain.text.ReadingLimits;
import org.convergence.plan.reading.domain.text.WrittenFile;

/**
 * Reads a written plan as a proposal, or throws {@link org.convergence.plan.reading.domain.text.PlanRefused} with a
 * reason. Stateless; several threads may use it.
 */
public final class PlanReader {

    private final ManuscriptReader manuscripts = new ManuscriptReader();
    private final OutlineReader outlines = new OutlineReader();
    private final ReadingLimits limits;

    public PlanReader(ReadingLimits limits) {
        this.limits = limits;
    }

    /** The plan in a file. */
    public ReadPlan read(WrittenFile file) {
        Budget budget = new Budget(limits);
        return read(manuscripts.read(file, budget), budget);
    }

    /** The plan in the lines of a file. */
    ReadPlan read(Manuscript manuscript, Budget budget) {
        List<Warning> warnings = new ArrayList<>();
        if (manuscript.encodingGuessed()) {
            warnings.add(new Warning(Warning.Kind.ENCODING_GUESSED, "windows-1252", Position.START));
        }
        List<Unplaced> unplaced = new ArrayList<>();
        List<Line> body = new ArrayList<>();
        for (Line line : manuscript.lines()) {
            switch (line.part()) {
                case BODY -> body.add(line);
                case PAGE_FURNITURE -> unplaced.add(unplaced(Unplaced.Reason.PAGE_FURNITURE, line));
                case FOOTNOTE -> unplaced.add(unplaced(Unplaced.Reason.FOOTNOTE, line));
                case CONTENTS -> unplaced.add(unplaced(Unplaced.Reason.CONTENTS, line));
            }
        }
        Outline outline = outlines.read(body, warnings);
        outline.repeated().forEach(block -> unplaced.add(unplaced(Unplaced.Reason.REPEATED_TITLE, block)));
        outline.captions().forEach(block -> unplaced.add(unplaced(Unplaced.Reason.TABLE_CAPTION, block)));
        List<ReadObjective> objectives = new PlanAssembler(outline, warnings, budget).objectives();
        SectionReader sections = new SectionReader();
        Block title = outline.title();
        if (title != null) {
            addMarkup(title, unplaced);
        }
        for (PartOfPlan part : outline.parts()) {
            Block heading = part.heading();
            if (heading != null) {
                addMarkup(heading, unplaced);
            }
        }
        warnings.sort(Comparator.comparingInt(warning -> warning.at().offset()));
        unplaced.sort(Comparator.comparingInt(words -> words.at().offset()));
        return new ReadPlan(
                title == null ? "" : title.titleWithoutMarkup(),
                outline.parts().stream().map(sections::read).toList(),
                objectives,
                warnings,
                unplaced);
    }

    private static void addMarkup(Block title, List<Unplaced> unplaced) {
        if (!title.markup().isEmpty()) {
            unplaced.add(new Unplaced(Unplaced.Reason.MARKUP, title.markup(), title.at()));
        }
    }

    private static Unplaced unplaced(Unplaced.Reason reason, Line line) {
        return new Unplaced(reason, line.whole(), line.at());
    }

    private static Unplaced unplaced(Unplaced.Reason reason, Block block) {
        return new Unplaced(reason, block.whole(), block.at());
    }
}
