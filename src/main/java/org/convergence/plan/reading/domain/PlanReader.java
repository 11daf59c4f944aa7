package org.convergence.plan.reading.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.plan.reading.domain.ReadPlan.ReadObjective;
import org.convergence.plan.reading.domain.ReadPlan.ReadPeriod;
import org.convergence.plan.reading.domain.ReadPlan.ReadSection;
import org.convergence.plan.reading.domain.ReadPlan.UnplacedText;
import org.convergence.plan.reading.domain.outline.DueDateRange;
import org.convergence.plan.reading.domain.outline.LineMark.LineMarkKind;
import org.convergence.plan.reading.domain.outline.Outline;
import org.convergence.plan.reading.domain.outline.OutlinePart;
import org.convergence.plan.reading.domain.outline.OutlineReader;
import org.convergence.plan.reading.domain.outline.ReadingWarning;
import org.convergence.plan.reading.domain.outline.TextAnalysis;
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

    /** The lines at the beginning in which a period is that of the plan even without the word. */
    private static final int FIRST_LINES = 12;

    private static final String DAY =
            "((?:le |el )?\\d{1,2}(?:er|st|nd|rd|th)? (?:de )?[a-z]+\\.?,?(?: del?)? 20\\d\\d|[a-z]+ \\d{1,2}(?:st|nd|rd|th)?, 20\\d\\d"
                    + "|20\\d\\d-\\d\\d-\\d\\d|[a-z]+(?: de)? 20\\d\\d)";

    private static final Pattern RANGE = Pattern.compile(
            "(?:du|de|from|del|d'|entre)?\\s?(?<![a-z0-9])" + DAY + " (?:au|a|to|until|al|et|and|[-–—]) " + DAY);

    private static final Pattern YEARS =
            Pattern.compile("(?<![\\d-])(20\\d\\d)(?: ?[-–—/] ?| (?:a|au|to|al) )(20\\d\\d|\\d\\d)(?![\\d-])");
    private static final Pattern ONE_YEAR = Pattern.compile("(?<![\\d-])20\\d\\d(?![\\d-])");

    private static final Pattern NAMED =
            Pattern.compile("(?<![a-z])(?:periode|period|periodo|exercice|couvre|duree|covers)(?![a-z])");

    private static final Pattern ADOPTION = Pattern.compile(
            "(?<![^.!?\\n])[^.!?\\n]{0,120}(?<!\\p{L})(?<!sera |seront |être |to be |will be |será )"
                    + "(?:adopté|approuvé|entériné|ratifié|adopted|approved|ratified|aprobad[oa]|adoptad[oa])(?:e|s|es)?(?!\\p{L})[^.!?\\n]{0,200}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern BODY_OR_DAY =
            Pattern.compile("20\\d\\d|assembl|conseil|\\bca\\b|membres|board|council|members|asamblea|junta|congres");

    private static final Pattern ABOUT_PLAN = Pattern.compile(
            "(?<![a-z])plan|^\\W*(?:document )?(?:adopt|approuv|enterin|ratifi|approved|ratified|aprobad)");

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
                case HIDDEN ->
                    warnings.add(
                            new ReadingWarning(ReadingWarning.ReadingWarningKind.SHEET_HIDDEN, line.text(), line.at()));
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
                period(name, body),
                adoption(manuscript.lines()),
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

    /** The period: a named one, one of the first lines, or that of the title. */
    private static ReadPeriod period(String title, List<ManuscriptLine> body) {
        ReadPeriod inTitle = inYears(TextAnalysis.fold(title));
        ReadPeriod found = ReadPeriod.NONE;
        for (int i = 0; i < body.size() && found.to() == null; i++) {
            String flat = TextAnalysis.fold(body.get(i).text());
            if (i < FIRST_LINES || NAMED.matcher(flat).find()) {
                found = days(flat);
            }
        }
        for (int i = 0; i < Math.min(body.size(), FIRST_LINES) && found.to() == null && inTitle.to() == null; i++) {
            String flat = TextAnalysis.fold(body.get(i).text());
            boolean alone = YEARS.matcher(flat).replaceFirst("").length() <= 24;
            found = alone || NAMED.matcher(flat).find() ? inYears(flat) : found;
        }
        return found.to() == null ? inTitle : found;
    }

    private static ReadPeriod days(String flat) {
        Matcher range = RANGE.matcher(flat);
        while (range.find()) {
            DueDateRange first = DueDateRange.read(range.group(1), null);
            LocalDate to = DueDateRange.read(range.group(2), null).to();
            if (first.from() != null && to != null && first.from().isBefore(to)) {
                return new ReadPeriod(first.from(), to, false);
            }
        }
        return ReadPeriod.NONE;
    }

    private static ReadPeriod inYears(String flat) {
        Matcher years = YEARS.matcher(flat);
        if (years.find()) {
            int first = Integer.parseInt(years.group(1));
            int last = Integer.parseInt(years.group(2).length() == 2 ? "20" + years.group(2) : years.group(2));
            return last > first && last - first <= 10 ? years(first, last, true) : ReadPeriod.NONE;
        }
        Matcher year = ONE_YEAR.matcher(flat);
        return year.find()
                ? years(Integer.parseInt(year.group()), Integer.parseInt(year.group()), false)
                : ReadPeriod.NONE;
    }

    private static ReadPeriod years(int first, int last, boolean years) {
        return new ReadPeriod(LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31), years);
    }

    /** The sentence that says that the plan was adopted, or empty. */
    private static String adoption(List<ManuscriptLine> lines) {
        StringBuilder text = new StringBuilder();
        for (ManuscriptLine line : lines) {
            boolean goesOn = !text.isEmpty() && !line.look().gap() && TextAnalysis.startsInLowerCase(line.text());
            text.append(text.isEmpty() ? "" : goesOn ? " " : "\n").append(line.text());
        }
        Matcher matcher = ADOPTION.matcher(text);
        while (matcher.find()) {
            String sentence = TextAnalysis.squeeze(matcher.group()).strip();
            String flat = TextAnalysis.fold(sentence);
            if (BODY_OR_DAY.matcher(flat).find() && ABOUT_PLAN.matcher(flat).find()) {
                return sentence;
            }
        }
        return "";
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
