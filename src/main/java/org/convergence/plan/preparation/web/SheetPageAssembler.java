package org.convergence.plan.preparation.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.PlanProgress.MeansProgress;
import org.convergence.plan.actionplan.PlanProgress.ObjectiveProgress;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.preparation.PreparationPermissions;
import org.convergence.plan.preparation.domain.Preparation;
import org.convergence.plan.preparation.domain.Preparation.PreparedLine;
import org.convergence.plan.preparation.domain.PreparationChoice;
import org.convergence.plan.preparation.web.PreparationSheetPage.SheetRow;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Assembles the sheet and its rows. */
final class SheetPageAssembler {

    private final Preparation sheet;
    private final Words t;
    private final SheetFormatter words;

    SheetPageAssembler(Preparation sheet, Words t) {
        this.sheet = sheet;
        this.t = t;
        this.words = new SheetFormatter(t);
    }

    /** @param typed the lines that could not be saved, by their ids */
    PreparationSheetPage page(Map<UUID, SheetRow> typed) {
        PlanSummary plan = sheet.year().plan();
        PlanSummary next = sheet.year().next();
        return new PreparationSheetPage(
                plan.title(),
                "/plan/actionplan/" + plan.id().value(),
                url(),
                words.counts(sheet),
                (int) sheet.undecidedLines().stream()
                        .filter(line -> line.proposal().choice() != PreparationChoice.REWORD)
                        .count(),
                decides(),
                next == null
                        ? null
                        : new PreparationSheetPage.SheetLink(
                                next.title(), "/plan/actionplan/" + next.id().value()),
                sheet.year().progress().objectives().stream()
                        .map(objective -> part(objective, typed))
                        .filter(part -> !part.groups().isEmpty())
                        .toList());
    }

    private PreparationSheetPage.SheetObjective part(ObjectiveProgress objective, Map<UUID, SheetRow> typed) {
        return new PreparationSheetPage.SheetObjective(
                objective.code() == null
                        ? objective.title()
                        : t.say("actionplan.objective.titled", objective.code(), objective.title()),
                objective.means().stream()
                        .map(means -> group(means, typed))
                        .filter(group -> !group.rows().isEmpty())
                        .toList());
    }

    private PreparationSheetPage.SheetMeans group(MeansProgress means, Map<UUID, SheetRow> typed) {
        List<SheetRow> rows = means.actions().stream()
                .flatMap(action -> Stream.concat(Stream.of(action), action.subActions().stream()))
                .map(action -> sheet.line(action.line().id()))
                .map(line -> typed.getOrDefault(id(line), currentRow(line, false)))
                .toList();
        return new PreparationSheetPage.SheetMeans(
                means.code() == null ? means.title() : means.code() + " " + means.title(), rows);
    }

    /** A row with the current values. */
    SheetRow currentRow(PreparedLine line, boolean saved) {
        return row(line, LineChoiceForm.fill(line), null, saved);
    }

    /** A row with the values of a form. */
    SheetRow row(PreparedLine line, Form form, @Nullable String conflict, boolean saved) {
        var target = LineChoiceForm.target(line);
        var chosen = line.chosen();
        return new SheetRow(
                url(),
                id(line),
                line.action().line().title(),
                line.action().line().parent() != null,
                words.formatResults(line),
                words.formatHours(line),
                words.formatResponsible(line.beside(), line.leaves()),
                words.choice(line.proposal().choice()),
                words.reason(line),
                chosen == null ? null : words.choice(chosen.choice()),
                target == null
                        ? null
                        : t.say("preparation.unit." + target.measure().name()),
                form,
                words.choices(),
                decides(),
                conflict,
                saved,
                null);
    }

    /** The row with the counts of the whole sheet, for a page that already shows the rest. */
    SheetRow withCounts(SheetRow row) {
        return new SheetRow(
                row.sheet(),
                row.id(),
                row.title(),
                row.part(),
                row.happened(),
                row.cost(),
                row.who(),
                row.proposal(),
                row.reason(),
                row.becomes(),
                row.unit(),
                row.form(),
                row.choices(),
                row.decides(),
                row.conflict(),
                row.saved(),
                words.counts(sheet));
    }

    private boolean decides() {
        return !sheet.isMade() && CurrentActor.get().may(PreparationPermissions.PREPARE);
    }

    private String url() {
        return PreparationTab.ROOM + sheet.year().plan().id().value();
    }

    static UUID id(PreparedLine line) {
        return line.action().line().id().value();
    }
}
