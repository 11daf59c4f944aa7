package org.convergence.plan.realisation.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.PartyChooser;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.MeansLine;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.realisation.domain.RealisationListQueries.RealisationListSlice;
import org.convergence.plan.realisation.domain.RealisationListQueries.RealisationRow;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.OptionGroup;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.DateReader;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Assembles the list of realisations. */
@Component
class RealisationListPageAssembler {

    private static final int NAMES = 3;
    private static final int LATEST = 5;

    private final ActionPlans plans;
    private final PartyChooser chooser;

    RealisationListPageAssembler(ActionPlans plans, PartyChooser chooser) {
        this.plans = plans;
        this.chooser = chooser;
    }

    RealisationListPage assemble(Form form, RealisationListSlice found, Words t) {
        PageAddress here = RealisationFilterForm.address(form);
        String next = found.next();
        var actor = CurrentActor.get();
        return new RealisationListPage(
                form,
                new RealisationListPage.RealisationFilterOptions(
                        RealisationOptions.places(List.of(), t),
                        lines(form),
                        chooser.organisations(form, RealisationFilterForm.ORGANISATION, 1, List.of())),
                t.say("realisation.count", found.count(), t.count(found.count(), found.more())),
                Stream.of(RealisationListScope.values())
                        .map(each -> new Tab(
                                t.say("realisation.shown." + each.name()),
                                here.with(RealisationListScope.FIELD, each.parameter())
                                        .toString(),
                                each == RealisationListScope.fromForm(form)))
                        .toList(),
                narrowed(form, here, t),
                months(found.lines(), t),
                new RealisationListPage.RealisationExportLinks(
                        here.at(RealisationPage.LIST + "/export.csv").toString(),
                        here.at(RealisationPage.LIST + "/export.xlsx").toString()),
                next == null ? null : here.with("after", next).toString(),
                form.filled("after") ? here.toString() : null,
                new RealisationListPage.RealisationListActions(
                        actor.may(RealisationPermissions.RECORD), actor.may(RealisationPermissions.IMPORT)));
    }

    /** The means of the latest plans; of all if an older one is chosen: fifty years of plans are slow to read. */
    private List<OptionGroup> lines(Form form) {
        List<PlanSummary> all = plans.findAll();
        List<OptionGroup> latest = lines(all.stream().limit(LATEST).toList());
        String chosen = form.filled("means") ? form.value("means") : "";
        boolean known = latest.stream()
                .flatMap(group -> group.options().stream())
                .anyMatch(option -> option.value().equals(chosen));
        return chosen.isEmpty() || known ? latest : lines(all);
    }

    private List<OptionGroup> lines(List<PlanSummary> all) {
        Map<PlanId, List<MeansLine>> means = plans
                .findMeans(all.stream().map(PlanSummary::id).toList())
                .stream()
                .collect(Collectors.groupingBy(MeansLine::plan));
        return all.stream()
                .filter(plan -> means.containsKey(plan.id()))
                .map(plan -> new OptionGroup(plan.title(), options(means.getOrDefault(plan.id(), List.of()))))
                .toList();
    }

    private static List<Option> options(List<MeansLine> means) {
        return means.stream()
                .map(each -> Option.of(each.id().value(), each.label()))
                .toList();
    }

    private List<RealisationListPage.ActiveRealisationFilter> narrowed(Form form, PageAddress here, Words t) {
        List<RealisationListPage.ActiveRealisationFilter> narrowed = new ArrayList<>();
        for (String field : RealisationFilterForm.FIELDS) {
            if (form.filled(field) && form.problem(field) == null) {
                narrowed.add(new RealisationListPage.ActiveRealisationFilter(
                        shown(form, field, t), here.with(field, null).toString()));
            }
        }
        return narrowed;
    }

    private String shown(Form form, String field, Words t) {
        String value = form.value(field);
        return switch (field) {
            case "q" -> t.say("realisation.filter.words", value);
            case "from" -> t.say("realisation.filter.since", date(value, t));
            case "to" -> t.say("realisation.filter.until", date(value, t));
            case "kind" ->
                RealisationKind.named(value).map(kind -> t.say(kind.key())).orElse(value);
            case "place" -> place(value, t);
            case "action" ->
                TextParser.id(value)
                        .flatMap(id -> plans.findLinesById(List.of(new ActionId(id))).values().stream()
                                .findFirst())
                        .map(ServedLineChoice::shortLabel)
                        .orElse("–");
            case "means" ->
                lines(form).stream()
                        .flatMap(group -> group.options().stream())
                        .filter(option -> option.value().equals(value))
                        .findFirst()
                        .map(Option::label)
                        .orElse("–");
            default -> chooser.displayName(value);
        };
    }

    private static String date(String value, Words t) {
        return DateReader.read(value).map(t::date).orElse(value);
    }

    private static String place(String code, Words t) {
        return switch (code) {
            case "QC" -> t.say("realisation.where.quebec");
            case "ABROAD" -> t.say("realisation.where.abroad");
            default -> String.valueOf(RealisationFormatter.place(code, t));
        };
    }

    private static List<RealisationListPage.RealisationMonth> months(List<RealisationRow> lines, Words t) {
        Map<YearMonth, List<RealisationListPage.RealisationListRow>> months = new LinkedHashMap<>();
        for (RealisationRow line : lines) {
            months.computeIfAbsent(YearMonth.from(line.when().to()), month -> new ArrayList<>())
                    .add(row(line, t));
        }
        return months.entrySet().stream()
                .map(month ->
                        new RealisationListPage.RealisationMonth(t.capital(t.month(month.getKey())), month.getValue()))
                .toList();
    }

    static RealisationListPage.RealisationListRow row(RealisationRow line, Words t) {
        return new RealisationListPage.RealisationListRow(
                RealisationPage.url(line.id(), ""),
                RealisationFormatter.formatDaysShort(line.when(), t),
                line.title(),
                detail(line, t),
                RealisationFormatter.tone(line.state()),
                line.state() == RealisationState.DONE
                        ? null
                        : t.say(line.state().key()),
                line.codes().stream().filter(code -> !code.isEmpty()).toList());
    }

    /** « Atelier · Montréal · 24 participations · Cégep du Vieux-Port, Comité jeunes ». */
    static String detail(RealisationRow line, Words t) {
        List<String> parts = new ArrayList<>(List.of(t.say(line.kind().key())));
        String place = RealisationFormatter.place(line.place(), t);
        if (place != null) {
            parts.add(place);
        }
        Integer all = line.counts().participations();
        if (all != null && all > 0) {
            parts.add(t.say("realisation.participations", all));
        }
        List<String> names = line.organisations();
        if (names.size() > NAMES) {
            parts.add(
                    t.say("realisation.with-others", String.join(", ", names.subList(0, NAMES)), names.size() - NAMES));
        } else if (!names.isEmpty()) {
            parts.add(String.join(", ", names));
        }
        return String.join(" · ", parts);
    }
}
