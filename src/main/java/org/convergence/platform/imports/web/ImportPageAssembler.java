package org.convergence.platform.imports.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportLineResult;
import org.convergence.platform.imports.ImportOutcome;
import org.convergence.platform.imports.ImportQueries;
import org.convergence.platform.imports.ImportRemark;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the page of an import. */
@Component
record ImportPageAssembler(ImportQueries importQueries, ImportProgressAssembler works) {

    private static final int LINES = 50;
    private static final int SAMPLES = 3;
    private static final int SAMPLE = 120;

    /**
     * @param url its address
     * @param asked the requested outcome and position of the line list
     * @param routes the module's details about lines and created records
     */
    ImportPage assemble(String url, ImportFile file, Form form, Form asked, AbstractImportController routes, Words t) {
        ImportProgressAssembler.ImportProgress standing = works.assemble(url, file, t);
        // While the import runs, the bar is enough: counting a hundred thousand lines at each request would slow it
        // down.
        boolean runs = standing != null && standing.work().running();
        Map<ImportOutcome, Integer> counts = runs ? Map.of() : importQueries.countByOutcome(file.id());
        int remarked = runs ? 0 : importQueries.countRemarked(file.id());
        String show = shown(asked.value("show"), counts, remarked);
        List<ImportLineResult> lines = runs ? List.of() : lines(file, show, asked.value("after"));
        boolean more = lines.size() > LINES;
        List<ImportLineResult> some = more ? lines.subList(0, LINES) : lines;
        Instant until = importQueries.takenBackUntil(file);
        return new ImportPage(
                url,
                file.name(),
                file.state(),
                t.say("imports.lead." + file.state().name(), file.rows()),
                form,
                file.state() == ImportFile.ImportState.DRAFT ? columns(file, t) : List.of(),
                tabs(url, file, counts, remarked, show, t),
                lines(some, file, routes, t),
                more ? url + "?show=" + show + "&after=" + some.get(LINES - 1).number() + "#lines" : null,
                counts.getOrDefault(ImportOutcome.ASIDE, 0),
                standing == null ? null : standing.work(),
                standing == null ? null : standing.stopped(),
                until == null ? null : t.dateTime(until),
                file.state() == ImportFile.ImportState.UNDONE ? kept(file, routes, t) : List.of());
    }

    private List<ImportPage.ImportColumnChoice> columns(ImportFile file, Words t) {
        List<Option> options = new ArrayList<>();
        for (ImportColumn column : file.kind().columns()) {
            options.add(new Option(column.name(), t.say(column.key())));
        }
        List<List<String>> samples = importQueries.samples(file);
        List<ImportPage.ImportColumnChoice> columns = new ArrayList<>();
        for (int at = 0; at < file.head().size(); at++) {
            String title = file.head().get(at);
            columns.add(new ImportPage.ImportColumnChoice(
                    ImportColumnForm.field(at),
                    title.isBlank() ? t.say("imports.column", at + 1) : title,
                    (isTwin(file, at) ? t.say("imports.twin") + " " : "") + samples(samples, at),
                    options));
        }
        return columns;
    }

    /** Whether a column is ignored because an earlier one has the same title. */
    private static boolean isTwin(ImportFile file, int at) {
        String title = TextNormalizer.fold(file.head().get(at));
        return file.columns().get(at) == null
                && !title.isEmpty()
                && file.head().subList(0, at).stream().map(TextNormalizer::fold).anyMatch(title::equals);
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
        return TextShortener.shorten(samples, SAMPLE);
    }

    /** By default, the lines that need attention. */
    private static String shown(String asked, Map<ImportOutcome, Integer> counts, int remarked) {
        if (asked.equals("remarks") || outcome(asked) != null) {
            return asked;
        }
        return remarked > 0
                ? "remarks"
                : Arrays.stream(ImportOutcome.values())
                        .filter(counts::containsKey)
                        .findFirst()
                        .orElse(ImportOutcome.CREATED)
                        .name();
    }

    private static @Nullable ImportOutcome outcome(String text) {
        return Arrays.stream(ImportOutcome.values())
                .filter(outcome -> outcome.name().equals(text))
                .findFirst()
                .orElse(null);
    }

    private List<ImportLineResult> lines(ImportFile file, String show, String after) {
        int from = after.matches("\\d{1,7}") ? Integer.parseInt(after) : 0;
        return importQueries.lines(file.id(), outcome(show), from, LINES + 1);
    }

    private static List<Tab> tabs(
            String url, ImportFile file, Map<ImportOutcome, Integer> counts, int remarked, String show, Words t) {
        String tense = tense(file);
        Stream<Tab> outcomes = Arrays.stream(ImportOutcome.values())
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

    private List<ImportPage.ImportLineRow> lines(
            List<ImportLineResult> lines, ImportFile file, AbstractImportController routes, Words t) {
        Map<Integer, String> details = routes.details(file, importQueries.rows(file, lines), t);
        Map<Integer, List<ImportPage.SimilarRecord>> alike = file.state() == ImportFile.ImportState.DRAFT
                ? routes.findSimilar(
                        file,
                        importQueries.rows(
                                file,
                                lines.stream()
                                        .filter(line -> line.outcome() == ImportOutcome.CREATED
                                                || line.outcome() == ImportOutcome.ASIDE)
                                        .toList()),
                        t)
                : Map.of();
        return lines.stream()
                .map(line -> line(line, details, alike.getOrDefault(line.number(), List.of()), file, t))
                .toList();
    }

    /** What will happen, what happened, or what had happened before the import was undone. */
    private static String tense(ImportFile file) {
        return switch (file.state()) {
            case DRAFT -> "will.";
            case UNDONE -> "had.";
            case RUNNING, DONE, UNDOING -> "was.";
        };
    }

    private static ImportPage.ImportLineRow line(
            ImportLineResult line,
            Map<Integer, String> details,
            List<ImportPage.SimilarRecord> alike,
            ImportFile file,
            Words t) {
        Tone tone =
                switch (line.outcome()) {
                    case CREATED -> file.state() == ImportFile.ImportState.UNDONE ? Tone.REST : Tone.OK;
                    case CHANGED -> Tone.ACTIVE;
                    case SAME -> Tone.REST;
                    case ASIDE -> Tone.BAD;
                };
        return new ImportPage.ImportLineRow(
                line.number(),
                line.name(),
                details.get(line.number()),
                tone,
                t.say("imports." + tense(file) + "one." + line.outcome().name()),
                line.remarks().stream()
                        .map((ImportRemark remark) -> remark.text(t))
                        .toList(),
                alike);
    }

    private List<ImportPage.KeptRecordRow> kept(ImportFile file, AbstractImportController routes, Words t) {
        return importQueries.findKeptRecords(file).stream()
                .map(each -> new ImportPage.KeptRecordRow(
                        Objects.requireNonNullElseGet(
                                each.name(),
                                () -> t.say(
                                        file.kind().key() + ".made."
                                                + each.made().thing(),
                                        each.made().line())),
                        each.name() == null ? null : routes.recordAddress(each.made()),
                        t.say("imports.kept." + each.why())))
                .toList();
    }
}
