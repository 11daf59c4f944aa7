package org.convergence.plan.reading.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.convergence.plan.reading.domain.ReadPlan.ReadObjective;
import org.convergence.plan.reading.domain.ReadPlan.ReadSection;
import org.convergence.plan.reading.domain.ReadPlan.UnplacedText;
import org.convergence.plan.reading.domain.outline.LineMark.LineMarkKind;
import org.convergence.plan.reading.domain.outline.Outline;
import org.convergence.plan.reading.domain.outline.OutlinePart;
import org.convergence.plan.reading.domain.outline.OutlineReader;
import org.convergence.plan.reading.domain.outline.ReadingWarning;
import org.convergence.plan.reading.domain.outline.TextBlock;
import org.convergence.plan.reading.domain.text.Manuscript;
import org.convergence.plan.reading.domain.text.ManuscriptLine;
import org.convergence.plan.reading.domain.text.ManuscriptLine.FilePosition;
import org.convergence.plan.reading.domain.text.ManuscriptReader;
import org.convergence.plan.reading.domain.text.ReadingBudget;
import org.convergence.plan.reading.domain.text.ReadingBudget.ReadingLimits;
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
        ReadingBudget budget = new ReadingBudget(limits);
        return read(manuscripts.read(file, budget), budget);
    }

    /** The plan in the lines of a file. */
    ReadPlan read(Manuscript manuscript, ReadingBudget budget) {
        List<ReadingWarning> warnings = new ArrayList<>();
        if (manuscript.encodingGuessed()) {
            warnings.add(new ReadingWarning(
                    ReadingWarning.ReadingWarningKind.ENCODING_GUESSED, "windows-1252", FilePosition.START));
        }
        List<UnplacedText> unplaced = new ArrayList<>();
        List<ManuscriptLine> body = new ArrayList<>();
        for (ManuscriptLine line : manuscript.lines()) {
            switch (line.part()) {
                case BODY -> body.add(line);
                case PAGE_FURNITURE -> unplaced.add(unplaced(UnplacedText.UnplacedReason.PAGE_FURNITURE, line));
                case FOOTNOTE -> unplaced.add(unplaced(UnplacedText.UnplacedReason.FOOTNOTE, line));
                case CONTENTS -> unplaced.add(unplaced(UnplacedText.UnplacedReason.CONTENTS, line));
            }
        }
        Outline outline = outlines.read(body, warnings);
        outline.repeated().forEach(block -> unplaced.add(unplaced(UnplacedText.UnplacedReason.REPEATED_TITLE, block)));
        outline.captions().forEach(block -> unplaced.add(unplaced(UnplacedText.UnplacedReason.TABLE_CAPTION, block)));
        List<ReadObjective> objectives = new PlanAssembler(outline, warnings, budget).objectives();
        SectionReader sections = new SectionReader();
        TextBlock title = outline.title();
        if (title != null) {
            addMarkup(title, unplaced);
        }
        for (OutlinePart part : outline.parts()) {
            TextBlock heading = part.heading();
            if (heading != null) {
                addMarkup(heading, unplaced);
            }
        }
        warnings.sort(Comparator.comparingInt(warning -> warning.at().offset()));
        unplaced.sort(Comparator.comparingInt(words -> words.at().offset()));
        String name = title == null ? "" : title.titleWithoutMarkup();
        return new ReadPlan(
                name,
                PlanFacts.period(name, body),
                PlanFacts.adoption(manuscript.lines()),
                outline.parts().stream().map(sections::read).toList(),
                objectives,
                warnings,
                unplaced);
    }

    private static void addMarkup(TextBlock title, List<UnplacedText> unplaced) {
        if (!title.markup().isEmpty()) {
            unplaced.add(new UnplacedText(UnplacedText.UnplacedReason.MARKUP, title.markup(), title.at()));
        }
    }

    private static UnplacedText unplaced(UnplacedText.UnplacedReason reason, ManuscriptLine line) {
        return new UnplacedText(reason, line.fullText(), line.at());
    }

    private static UnplacedText unplaced(UnplacedText.UnplacedReason reason, TextBlock block) {
        return new UnplacedText(reason, block.fullText(), block.at());
    }

    /** Converts a part of the plan outside its objectives to a section. */
    static final class SectionReader {

        ReadSection read(OutlinePart part) {
            StringBuilder text = new StringBuilder();
            boolean inList = false;
            for (TextBlock block : part.blocks()) {
                boolean item = block.mark().isItem() || block.mark().hasKind(LineMarkKind.NUMBER);
                if (!text.isEmpty()) {
                    text.append(item && inList ? "\n" : "\n\n");
                }
                text.append(block.fullText());
                inList = item;
            }
            TextBlock heading = part.heading();
            FilePosition at =
                    heading != null ? heading.at() : part.blocks().get(0).at();
            return new ReadSection(
                    part.kind(), heading == null ? "" : heading.titleWithoutMarkup(), text.toString(), at);
        }
    }
}
