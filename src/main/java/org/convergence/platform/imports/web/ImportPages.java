package org.convergence.platform.imports.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.convergence.platform.imports.ImportBoard;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportLine;
import org.convergence.platform.imports.Outcome;
import org.convergence.platform.imports.Remark;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Brief;
import org.convergence.platform.text.Fold;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the page of an import. */
@Component
class ImportPages {

    private static final int LINES = 50;
    private static final int SAMPLES = 3;
    private static final int SAMPLE = 120;

    private final ImportBoard board;
    private final ImportWork works;

    ImportPages(ImportBoard board, ImportWork works) {
        this.board = board;
        this.works = works;
    }

    /**
     * @param url its address
     * @param asked which lines to show, from which on
     * @param routes the module's details about lines and created records
     */
    ImportPage of(String url, ImportFile file, Form form, Form asked, ImportRoutes routes, Words t) {
        ImportWork.Standing standing = works.of(url, file, t);
        // While the import runs, the bar is enough: counting a hundred thousand lines at each request would slow it
        // down.
        boolean runs = standing != null && standing.work().running();
        Map<Outcome, Integer> counts = runs ? Map.of() : board.counts(file.id());
        int remarked = runs ? 0 : board.remarked(file.id());
        String show = shown(asked.value("show"), counts, remarked);
        List<ImportLine> lines = runs ? List.of() : lines(file, show, asked.value("after"));
        boolean more = lines.size() > LINES;
        List<ImportLine> some = more ? lines.subList(0, LINES) : lines;
        Instant until = board.takenBackUntil(file);
        return new ImportPage(
                url,
                file.name(),
                file.state(),
                t.say("imports.lead." + file.state().name(), file.rows()),
                form,
                file.state() == ImportFile.State.DRAFT ? columns(file, t) : List.of(),
                tabs(url, file, counts, remarked, show, t),
                lines(some, file, routes, t),
                more ? url + "?show=" + show + "&after=" + some.get(LINES - 1).number() + "#lines" : null,
                counts.getOrDefault(Outcome.ASIDE, 0),
                standing == null ? null : standing.work(),
                standing == null ? null : standing.stopped(),
                until == null ? null : t.dateTime(until),
                file.state() == ImportFile.State.UNDONE ? kept(file, routes, t) : List.of());
    }

    private List<ImportPage.Column> columns(ImportFile file, Words t) {
        List<Option> options = new ArrayList<>();
        for (ImportColumn column : file.kind().columns()) {
            options.add(new Option(column.name(), t.say(column.key())));
        }
        List<List<String>> samples = board.samples(file);
        List<ImportPage.Column> columns = new ArrayList<>();
        for (int at = 0; at < file.head().size(); at++) {
            String title = file.head().get(at);
            columns.add(new ImportPage.Column(
                    ImportForms.field(at),
                    title.isBlank() ? t.say("imports.column", at + 1) : title,
                    (isTwin(file, at) ? t.say("imports.twin") + " " : "") + samples(samples, at),
                    options));
        }
        return columns;
    }

    /** Whether a column is ignored because an earlier one has the same title. */
    private static boolean isTwin(ImportFile file, int at) {
        String title = Fold.of(file.head().get(at));
        return file.columns().get(at) == null
                && !title.isEmpty()
                && file.head().subList(0, at).stream().map(Fold::of).anyMatch(title::equals);
    }

    private static String samples(List<List<String>> rows, int at) {
        String samples = String.join(
                " · ",
                rows.stream()
                        .map(cells -> at < cells.size() ? cells.get(at) : "")
                        .filter(cell -> !cell.isBlank())
                        .distinct()
                        .limit(SAMPLES)
                        .toList());
        return Brief.of(samples, SAMPLE);
    }

    /** By default, the lines that need attention. */
    private static String shown(String asked, Map<Outcome, Integer> counts, int remarked) {
        if (asked.equals("remarks") || outcome(asked) != null) {
            return asked;
        }
        return remarked > 0
                ? "remarks"
                : Arrays.stream(Outcome.values())
                        .filter(counts::containsKey)
                        .findFirst()
                        .orElse(Outcome.CREATED)
                        .name();
    }

    private static @Nullable Outcome outcome(String text) {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.name().equals(text))
                .findFirst()
                .orElse(null);
    }

    private List<ImportLine> lines(ImportFile file, String show, String after) {
        int from = after.matches("\\d{1,7}") ? Integer.parseInt(after) : 0;
        return board.lines(file.id(), outcome(show), from, LINES + 1);
    }

    private static List<Tab> tabs(
            String url, ImportFile file, Map<Outcome, Integer> counts, int remarked, String show, Words t) {
        String tense = file.state() == ImportFile.State.DRAFT ? "will." : "was.";
        Stream<Tab> outcomes = Arrays.stream(Outcome.values())
                .filter(outcome -> counts.getOrDefault(outcome, 0) > 0)
                .map(outcome -> new Tab(
                        t.say("imports." + tense + outcome.name(), counts.getOrDefault(outcome, 0)),
                        url + "?show=" + outcome.name() + "#lines",
                        show.equals(outcome.name())));
        Stream<Tab> remarks = remarked == 0
                ? Stream.of()
                : Stream.of(new Tab(
                        t.say("imports.remarks", remarked), url + "?show=remarks#lines", show.equals("remarks")));
        return Stream.concat(outcomes, remarks).toList();
    }

    private List<ImportPage.Line> lines(List<ImportLine> lines, ImportFile file, ImportRoutes routes, Words t) {
        Map<Integer, String> details = routes.details(file, board.rows(file, lines), t);
        Map<Integer, List<ImportPage.Alike>> alike = file.state() == ImportFile.State.DRAFT
                ? routes.alike(
                        file,
                        board.rows(
                                file,
                                lines.stream()
                                        .filter(line ->
                                                line.outcome() == Outcome.CREATED || line.outcome() == Outcome.ASIDE)
                                        .toList()),
                        t)
                : Map.of();
        return lines.stream()
                .map(line -> line(line, details, alike.getOrDefault(line.number(), List.of()), file, t))
                .toList();
    }

    private static ImportPage.Line line(
            ImportLine line, Map<Integer, String> details, List<ImportPage.Alike> alike, ImportFile file, Words t) {
        Tone tone =
                switch (line.outcome()) {
                    case CREATED -> Tone.OK;
                    case CHANGED -> Tone.ACTIVE;
                    case SAME -> Tone.REST;
                    case ASIDE -> Tone.BAD;
                };
        String tense = file.state() == ImportFile.State.DRAFT ? "will.one." : "was.one.";
        return new ImportPage.Line(
                line.number(),
                line.name(),
                details.get(line.number()),
                tone,
                t.say("imports." + tense + line.outcome().name()),
                line.remarks().stream().map((Remark remark) -> remark.said(t)).toList(),
                alike);
    }

    private List<ImportPage.Kept> kept(ImportFile file, ImportRoutes routes, Words t) {
        return board.kept(file).stream()
                .map(each -> new ImportPage.Kept(
                        Objects.requireNonNullElseGet(
                                each.name(),
                                () -> t.say(
                                        file.kind().key() + ".made."
                                                + each.made().thing(),
                                        each.made().line())),
                        each.name() == null ? null : routes.place(each.made()),
                        t.say("imports.kept." + each.why())))
                .toList();
    }
}
