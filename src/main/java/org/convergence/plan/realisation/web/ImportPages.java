package org.convergence.plan.realisation.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.plan.realisation.Happening;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.domain.Column;
import org.convergence.plan.realisation.domain.Entry;
import org.convergence.plan.realisation.domain.ImportPreview;
import org.convergence.plan.realisation.domain.ImportPreview.Show;
import org.convergence.plan.realisation.domain.ImportSettings;
import org.convergence.plan.realisation.domain.PastImport;
import org.convergence.plan.realisation.domain.RealisationImport;
import org.convergence.plan.realisation.domain.RowProblem;
import org.convergence.platform.geography.Place;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.table.TableRow;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the page of a file together that is not recorded yet. */
@Component("pastImportPages")
class ImportPages {

    private static final int SAMPLES = 3;
    private static final int SAMPLE = 40;

    private final RealisationImport imports;
    private final ActionPlans plans;

    ImportPages(RealisationImport imports, ActionPlans plans) {
        this.imports = imports;
        this.plans = plans;
    }

    /** @param asked which rows to show; {@code null} for those to look at, where there are any */
    ImportPage of(PastImport it, Form form, @Nullable Show asked, int after, Words t) {
        Show show = asked == null ? Show.LEFT : asked;
        ImportPreview preview = imports.preview(it.id(), show, after);
        if (asked == null && preview.left() == 0) {
            return of(it, form, Show.TAKEN, 0, t);
        }
        String url = ImportController.URL + "/" + it.id();
        return new ImportPage(
                it.id(),
                it.fileName(),
                form,
                columns(it),
                plans(),
                preview.names().stream().map(name -> name(name, it, t)).toList(),
                preview.more(),
                t.say("realisation.import.would", preview.taken(), preview.left()),
                preview.created() == 0 ? null : t.say("realisation.import.creates", preview.created()),
                preview.taken() > 0,
                List.of(
                        new Tab(
                                t.say("realisation.import.left", preview.left()),
                                url + "?show=LEFT#rows",
                                show == Show.LEFT),
                        new Tab(
                                t.say("realisation.import.taken", preview.taken()),
                                url + "?show=TAKEN#rows",
                                show == Show.TAKEN)),
                preview.rows().stream().map(row -> row(row, t)).toList(),
                preview.next() == 0 ? null : url + "?show=" + show + "&after=" + preview.next() + "#rows");
    }

    private List<ImportPage.ColumnField> columns(PastImport it) {
        List<TableRow> samples = imports.samples(it.id(), SAMPLES);
        List<ImportPage.ColumnField> columns = new ArrayList<>();
        for (int i = 0; i < it.head().size(); i++) {
            int at = i;
            List<String> some = samples.stream()
                    .map(row -> cut(row.cell(at)))
                    .filter(cell -> !cell.isEmpty())
                    .toList();
            columns.add(
                    new ImportPage.ColumnField(ImportForms.column(i), it.head().get(i), String.join(" · ", some)));
        }
        return columns;
    }

    private static String cut(String cell) {
        return cell.length() > SAMPLE ? cell.substring(0, SAMPLE - 1) + "…" : cell;
    }

    /** What a column may hold. */
    static List<Option> columnOptions(Words t) {
        return Arrays.stream(Column.values())
                .map(column -> Option.of(column, column.title(t)))
                .toList();
    }

    private List<Option> plans() {
        return plans.all().stream()
                .filter(plan -> plan.status() != PlanStatus.DRAFT)
                .map(plan -> Option.of(plan.id(), plan.title()))
                .toList();
    }

    private static ImportPage.NameField name(ImportPreview.Name name, PastImport it, Words t) {
        List<Option> options = new ArrayList<>();
        if (!name.ambiguous()) {
            options.add(new Option(ImportSettings.NEW, t.say("realisation.import.name.new")));
        }
        name.meant().forEach(each -> options.add(Option.of(each.id(), each.name())));
        options.add(new Option(ImportSettings.WITHOUT, t.say("realisation.import.name.without")));
        return new ImportPage.NameField(
                name.key(),
                name.name(),
                t.say("realisation.import.rows", name.rows()),
                options,
                it.settings().names().getOrDefault(name.key(), ""),
                name.ambiguous());
    }

    private static ImportPage.Row row(ImportPreview.Row row, Words t) {
        Entry entry = row.reading().entry();
        return new ImportPage.Row(
                t.say("realisation.import.row", row.reading().number()),
                row.reading().title().isEmpty() ? "–" : row.reading().title(),
                entry == null ? "" : detail(entry, t),
                said(row.reading().problems(), t),
                said(row.reading().notes(), t));
    }

    static List<String> said(List<RowProblem> problems, Words t) {
        return problems.stream().map(problem -> problem.said(t)).toList();
    }

    private static String detail(Entry entry, Words t) {
        Happening what = entry.happening();
        List<String> parts = new ArrayList<>(
                List.of(Saying.when(what.when(), t), t.say(what.kind().key())));
        Place place = what.place();
        if (place != null) {
            parts.add(place.name(t));
        }
        Participations all = what.participations();
        if (all != null) {
            parts.add(t.say("realisation.participations", all.total()));
        }
        int with = what.organisations().size() + entry.newcomers().size();
        if (with > 0) {
            parts.add(t.say("realisation.figures.organisations", with));
        }
        return String.join(" · ", parts);
    }
}
