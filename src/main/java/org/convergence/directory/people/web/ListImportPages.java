package org.convergence.directory.people.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.domain.imports.Field;
import org.convergence.directory.people.domain.imports.ImportBoard;
import org.convergence.directory.people.domain.imports.ImportFile;
import org.convergence.directory.people.domain.imports.ImportFile.State;
import org.convergence.directory.people.domain.imports.Known;
import org.convergence.directory.people.domain.imports.Outcome;
import org.convergence.directory.people.domain.imports.Remark;
import org.convergence.platform.jobs.JobBoard;
import org.convergence.platform.jobs.JobState;
import org.convergence.platform.jobs.JobView;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.shell.Work;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of an import. */
@Component
class ListImportPages {

    static final String LIST = "/directory/people/imports";

    private static final int LINES = 50;

    private final ImportBoard imports;
    private final JobBoard board;

    ListImportPages(ImportBoard imports, JobBoard board) {
        this.imports = imports;
        this.board = board;
    }

    static String url(UUID id) {
        return LIST + "/" + id;
    }

    /** @param asked which lines to show, from which on */
    ImportPage of(UUID id, Form form, Form asked, Words t) {
        ImportFile file = imports.open(id);
        Map<Outcome, Integer> counts = imports.counts(id);
        int remarked = imports.remarked(id);
        String show = shown(asked.value("show"), counts, remarked);
        List<ImportBoard.Line> lines = lines(id, show, asked.value("after"));
        boolean more = lines.size() > LINES;
        Work work = work(file, t);
        return new ImportPage(
                url(id),
                file.fileName(),
                file.state(),
                t.say("people.import.lead." + file.state().name(), file.rows()),
                form,
                file.state() == State.DRAFT ? columns(file, t) : List.of(),
                Arrays.stream(Known.values())
                        .map(each -> Option.of(each, t.say("people.import.known." + each.name())))
                        .toList(),
                tabs(file, counts, remarked, show, t),
                lines.stream().limit(LINES).map(line -> line(line, file, t)).toList(),
                more
                        ? url(id) + "?show=" + show + "&after="
                                + lines.get(LINES - 1).number()
                        : null,
                counts.getOrDefault(Outcome.ASIDE, 0),
                work,
                work == null || work.running() ? null : stopped(file, t),
                until(file, t),
                kept(file, t));
    }

    /** Fills in what the columns were recognised to hold. */
    static Form form(ImportFile file) {
        Form form = Form.blank().at(file.version()).with("known", file.known());
        for (int column = 0; column < file.head().size(); column++) {
            form.with("column" + column, file.fields().get(column));
        }
        return form;
    }

    private List<ImportPage.Column> columns(ImportFile file, Words t) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", t.say("people.import.ignore")));
        Arrays.stream(Field.values())
                .filter(field -> field.isOf(file.subject()))
                .forEach(field -> options.add(Option.of(field, t.say(field.key()))));
        List<ImportPage.Column> columns = new ArrayList<>();
        for (int column = 0; column < file.head().size(); column++) {
            String title = file.head().get(column);
            String samples = String.join(" · ", imports.samples(file, column));
            columns.add(new ImportPage.Column(
                    "column" + column,
                    title.isBlank() ? t.say("people.import.column", column + 1) : title,
                    samples.length() > 120 ? samples.substring(0, 119) + "…" : samples,
                    options));
        }
        return columns;
    }

    /** What needs a look first, if nothing is asked. */
    private static String shown(String asked, Map<Outcome, Integer> counts, int remarked) {
        if (asked.equals("remarks") || Asked.choice(asked, Outcome.class) != null) {
            return asked;
        }
        if (remarked > 0) {
            return "remarks";
        }
        return Arrays.stream(Outcome.values())
                .filter(counts::containsKey)
                .map(Outcome::name)
                .findFirst()
                .orElse(Outcome.CREATED.name());
    }

    private List<ImportBoard.Line> lines(UUID id, String show, String after) {
        int from = after.matches("\\d{1,7}") ? Integer.parseInt(after) : 0;
        Outcome outcome = Asked.choice(show, Outcome.class);
        return imports.lines(id, outcome, from, LINES + 1);
    }

    private static List<Tab> tabs(ImportFile file, Map<Outcome, Integer> counts, int remarked, String show, Words t) {
        String tense = file.state() == State.DRAFT ? "will." : "was.";
        List<Tab> tabs = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            int count = counts.getOrDefault(outcome, 0);
            if (count > 0) {
                tabs.add(new Tab(
                        t.say("people.import." + tense + outcome.name(), count),
                        url(file.id()) + "?show=" + outcome.name(),
                        show.equals(outcome.name())));
            }
        }
        if (remarked > 0) {
            tabs.add(new Tab(
                    t.say("people.import.remarks", remarked),
                    url(file.id()) + "?show=remarks",
                    show.equals("remarks")));
        }
        return tabs;
    }

    private static ImportPage.Line line(ImportBoard.Line line, ImportFile file, Words t) {
        Tone tone =
                switch (line.outcome()) {
                    case CREATED -> Tone.OK;
                    case CHANGED -> Tone.ACTIVE;
                    case SAME -> Tone.REST;
                    case ASIDE -> Tone.BAD;
                };
        String tense = file.state() == State.DRAFT ? "will.one." : "was.one.";
        return new ImportPage.Line(
                line.number(),
                line.name(),
                tone,
                t.say("people.import." + tense + line.outcome().name()),
                line.remarks().stream().map(remark -> said(remark, t)).toList());
    }

    private static String said(Remark remark, Words t) {
        if (remark.key().equals("refused")) {
            return t.say(remark.arguments().get(0));
        }
        return t.say("people.import.remark." + remark.key(), remark.arguments().toArray());
    }

    private @Nullable Work work(ImportFile file, Words t) {
        boolean working = file.state() == State.RUNNING || file.state() == State.UNDOING;
        JobView run = working && file.run() != null ? board.find(file.run()).orElse(null) : null;
        if (run == null) {
            return null;
        }
        boolean active = run.state().isActive();
        Long total = run.total();
        return new Work(
                t.say(run.labelKey()),
                url(file.id()) + "/work",
                run.done(),
                total == null ? 0 : total,
                active,
                run.remaining() == null ? null : (int) run.remaining().toMinutes(),
                active && run.state() != JobState.STOPPING ? url(file.id()) + "/stop" : null);
    }

    private @Nullable String stopped(ImportFile file, Words t) {
        JobView run = file.run() == null ? null : board.find(file.run()).orElse(null);
        if (run == null || run.state() == JobState.STOPPED) {
            return t.say("people.import.stopped");
        }
        String reference = run.errorReference();
        return t.say("people.import.failed", reference == null ? "–" : reference);
    }

    private @Nullable String until(ImportFile file, Words t) {
        Instant ended = file.endedAt();
        return ended == null || !imports.mayBeTakenBack(file)
                ? null
                : t.dateTime(ended.plus(ImportBoard.TAKEN_BACK_WITHIN));
    }

    private List<ImportPage.Kept> kept(ImportFile file, Words t) {
        if (file.state() != State.UNDONE) {
            return List.of();
        }
        return imports.kept(file.id()).stream()
                .map(each -> {
                    String list = each.kind().equals("PERSON")
                            ? PersonsAsked.LIST
                            : each.kind().equals("ORGANISATION") ? OrganisationsAsked.LIST : null;
                    String name = each.name();
                    return new ImportPage.Kept(
                            name != null ? name : t.say("people.import.kept." + each.kind(), each.line()),
                            list == null ? null : list + "/" + each.id(),
                            t.say("people.import.kept." + each.why()));
                })
                .toList();
    }
}
