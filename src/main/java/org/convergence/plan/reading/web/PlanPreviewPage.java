package org.convergence.plan.reading.web;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.plan.actionplan.RhythmParser;
import org.convergence.plan.reading.domain.PlanImportService;
import org.convergence.plan.reading.domain.sheet.Sheet;
import org.convergence.plan.reading.domain.sheet.SheetLine;
import org.convergence.plan.reading.domain.sheet.SheetLine.SheetLineKind;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The preview: the whole plan as read, one line open for correction.
 *
 * @param open the line that is open, {@code null} for none
 * @param row the form of the open line
 * @param lines the form that corrects the ticked lines
 * @param creation the form that creates the plan
 */
public record PlanPreviewPage(
        PlanImportService.ImportDraft draft, @Nullable Integer open, Form row, Form lines, Form creation) {

    private static final int FOLDED = 240;

    static Form rowForm(PlanImportService.ImportDraft read, @Nullable Integer id) {
        Form form = Form.named("row").atVersion(read.version());
        if (id != null) {
            SheetLine row = read.sheet().row(id);
            form.with("kind", row.kind())
                    .with("code", row.code())
                    .with("title", row.title())
                    .with("text", row.text())
                    .with("area", row.area())
                    .with("commitment", row.commitment())
                    .with("responsible", row.responsible())
                    .with("due", row.due())
                    .with("rhythm", row.details().rhythm());
        }
        return form;
    }

    PlanPreviewPage withRow(Form typed) {
        return new PlanPreviewPage(draft, open, typed.atVersion(draft.version()), lines, creation);
    }

    PlanPreviewPage withLines(Form typed) {
        return new PlanPreviewPage(draft, open, row, typed.atVersion(draft.version()), creation);
    }

    PlanPreviewPage withCreation(Form typed) {
        return new PlanPreviewPage(draft, open, row, lines, typed.atVersion(draft.version()));
    }

    public Sheet sheet() {
        return draft.sheet();
    }

    public String address() {
        return "/plan/reading/" + draft.id();
    }

    /** The lines up to the last one that is part of the plan. */
    public List<SheetLine> placed() {
        return sheet().rows().subList(0, endOfPlan());
    }

    /** The words after the plan that are no part of it, such as the captions of a table. */
    public List<SheetLine> leftOver() {
        return sheet().rows().subList(endOfPlan(), sheet().rows().size());
    }

    private int endOfPlan() {
        List<SheetLine> rows = sheet().rows();
        int end = rows.size();
        while (end > 0 && rows.get(end - 1).kind() == SheetLineKind.UNPLACED) {
            end--;
        }
        return end;
    }

    public boolean isOpen(SheetLine one) {
        return open != null && open == one.id();
    }

    /** Whether a text is folded to its beginning, so that the outline stays visible. */
    public static boolean isLong(String text) {
        return text.length() > FOLDED;
    }

    /** The beginning of a long text, cut at a word. */
    public static String shorten(String text) {
        if (!isLong(text)) {
            return text;
        }
        String line = text.substring(0, Math.min(text.length(), FOLDED)).replaceAll("\\s+", " ");
        return line.substring(0, Math.max(line.lastIndexOf(' '), FOLDED / 2)) + "…";
    }

    public long count(String kind) {
        return sheet().count(SheetLineKind.valueOf(kind));
    }

    public List<Option> kinds(Words t) {
        return Arrays.stream(SheetLineKind.values())
                .map(kind -> Option.of(kind, t.say("reading.kind", kind.name())))
                .toList();
    }

    public List<Option> areas(Words t) {
        return Arrays.stream(Area.values())
                .map(area -> Option.of(area, t.say("reading.area", area.name())))
                .toList();
    }

    public List<Option> commitments(Words t) {
        return Arrays.stream(Commitment.values())
                .map(commitment -> Option.of(commitment, t.say("reading.commitment", commitment.name())))
                .toList();
    }

    public List<Option> planKinds(Words t) {
        return Arrays.stream(PlanKind.values())
                .map(kind -> Option.of(kind, t.say("reading.plan_kind", kind.name())))
                .toList();
    }

    /** The possible parents of the open line: the lines one step less deep. */
    public List<Option> parents() {
        Integer id = open;
        int depth = id == null ? 0 : sheet().row(id).kind().depth();
        return options(one -> one.kind().leads() && one.kind().depth() == depth - 1);
    }

    /** The possible parents of the ticked lines. */
    public List<Option> allParents() {
        return options(one -> one.kind().leads());
    }

    private List<Option> options(Predicate<SheetLine> among) {
        return sheet().rows().stream()
                .filter(among)
                .map(one -> new Option(
                        String.valueOf(one.id()), TextShortener.shorten((one.code() + " " + one.words()).strip(), 70)))
                .toList();
    }

    /** Whether a rhythm is counted in the plan's calendar; other words stay in the text. */
    public static boolean isCounted(String rhythm) {
        return RhythmParser.parse(rhythm).isPresent();
    }

    /** Choice of the file, with the pending drafts. */
    public record PlanUploadPage(Form form, List<PlanImportService.PendingImportDraft> waiting) {}
}
