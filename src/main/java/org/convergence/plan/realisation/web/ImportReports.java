package org.convergence.plan.realisation.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.domain.ImportOutcomes;
import org.convergence.plan.realisation.domain.PastImport;
import org.convergence.plan.realisation.domain.PastImport.State;
import org.convergence.platform.jobs.JobBoard;
import org.convergence.platform.jobs.JobView;
import org.convergence.platform.shell.Work;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the page of a file together that is being recorded or was. */
@Component
class ImportReports {

    private static final int SHOWN = 100;

    private final ImportOutcomes outcomes;
    private final JobBoard board;
    private final Clock clock;

    ImportReports(ImportOutcomes outcomes, JobBoard board, Clock clock) {
        this.outcomes = outcomes;
        this.board = board;
        this.clock = clock;
    }

    ImportReportPage of(PastImport it, int after, Words t) {
        JobView view = isGoing(it) ? view(it) : null;
        var counts = outcomes.counts(it.id());
        List<ImportOutcomes.Left> left = outcomes.left(it.id(), after, SHOWN + 1);
        List<ImportOutcomes.Left> shown = left.size() > SHOWN ? left.subList(0, SHOWN) : left;
        return new ImportReportPage(
                it.id(),
                it.fileName(),
                view == null ? null : work(it, view, t),
                view == null ? null : trouble(view, t),
                view != null ? null : sentence(it, counts, t),
                it.canBeUndone(clock.instant()) && it.finishedAt() != null
                        ? t.dateTime(it.finishedAt().plus(PastImport.UNDONE_WITHIN))
                        : null,
                view != null
                        ? List.of()
                        : shown.stream().map(row -> row(it, row, t)).toList(),
                it.state() == State.UNDONE
                        ? outcomes.kept(it.id(), SHOWN).stream()
                                .map(row -> new RealisationPage.Link(
                                        row.title(), RealisationPage.url(new RealisationId(row.realisation()), "")))
                                .toList()
                        : List.of(),
                left.size() > SHOWN
                        ? ImportController.URL + "/" + it.id() + "?after="
                                + shown.get(SHOWN - 1).number()
                        : null);
    }

    static boolean isGoing(PastImport it) {
        return it.state() == State.RUNNING || it.state() == State.UNDOING;
    }

    @Nullable
    JobView view(PastImport it) {
        UUID run = it.state() == State.UNDOING ? it.undoing() : it.run();
        return run == null ? null : board.find(run).orElse(null);
    }

    Work work(PastImport it, JobView view, Words t) {
        Long total = view.total();
        Duration remaining = view.remaining();
        String url = ImportController.URL + "/" + it.id();
        return new Work(
                t.say(view.labelKey()),
                url + "/work",
                view.done(),
                total == null ? 0 : total,
                view.state().isActive(),
                remaining == null ? null : (int) remaining.toMinutes(),
                it.state() == State.RUNNING ? url + "/stop" : null);
    }

    private static @Nullable String trouble(JobView view, Words t) {
        if (view.state().isActive()) {
            return null;
        }
        var refusal = view.refusal();
        if (refusal != null) {
            return t.say(refusal.key(), refusal.arguments().toArray());
        }
        String reference = view.errorReference();
        return reference == null ? t.say("realisation.import.stopped") : t.say("jobs.failed", reference);
    }

    private static String sentence(PastImport it, ImportOutcomes.Counts counts, Words t) {
        return it.state() == State.UNDONE
                ? t.say("realisation.import.was-undone", counts.recorded() - counts.standing(), counts.standing())
                : t.say("realisation.import.report", counts.recorded(), counts.left());
    }

    private static ImportPage.Row row(PastImport it, ImportOutcomes.Left row, Words t) {
        int title = it.settings().columns().indexOf(org.convergence.plan.realisation.domain.Column.TITLE);
        String cell = title >= 0 && title < row.cells().size() ? row.cells().get(title) : "";
        return new ImportPage.Row(
                t.say("realisation.import.row", row.number()),
                cell.isBlank() ? "–" : cell,
                "",
                ImportPages.said(row.problems(), t),
                List.of());
    }
}
