package org.convergence.plan.realisation.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.Chooser;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.MeansLine;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.realisation.domain.RealisationList.Found;
import org.convergence.plan.realisation.domain.RealisationList.Line;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.Address;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.OptionGroup;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.DateReader;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Assembles the list of realisations. */
@Component
class ListPages {

    private static final int NAMES = 3;
    private static final int LATEST = 5;

    private final ActionPlans plans;
    private final Chooser chooser;

    ListPages(ActionPlans plans, Chooser chooser) {
        this.plans = plans;
        this.chooser = chooser;
    }

    ListPage of(Form form, Found found, Words t) {
        Address here = ListAsked.address(form);
        String next = found.next();
        var actor = CurrentActor.get();
        return new ListPage(
                form,
                new ListPage.Filters(
                        Choices.places(List.of(), t),
                        lines(form),
                        chooser.organisations(form, ListAsked.ORGANISATION, 1, List.of())),
                t.say("realisation.count", found.count(), t.count(found.count(), found.more())),
                Stream.of(ListShown.values())
                        .map(each -> new Tab(
                                t.say("realisation.shown." + each.name()),
                                here.with(ListShown.FIELD, each.word()).toString(),
                                each == ListShown.of(form)))
                        .toList(),
                narrowed(form, here, t),
                months(found.lines(), t),
                new ListPage.Files(
                        here.at(RealisationPage.LIST + "/export.csv").toString(),
                        here.at(RealisationPage.LIST + "/export.xlsx").toString()),
                next == null ? null : here.with("after", next).toString(),
                form.filled("after") ? here.toString() : null,
                new ListPage.Gestures(
                        actor.may(RealisationPermissions.RECORD), actor.may(RealisationPermissions.IMPORT)));
    }

    /** The means of the latest plans; of all if an older one is chosen: fifty years of plans are slow to read. */
    private List<OptionGroup> lines(Form form) {
        List<PlanSummary> all = plans.all();
        List<OptionGroup> latest = lines(all.stream().limit(LATEST).toList());
        String chosen = form.filled("means") ? form.value("means") : "";
        boolean known = latest.stream()
                .flatMap(group -> group.options().stream())
                .anyMatch(option -> option.value().equals(chosen));
        return chosen.isEmpty() || known ? latest : lines(all);
    }

    private List<OptionGroup> lines(List<PlanSummary> all) {
        Map<PlanId, List<MeansLine>> means = plans
                .means(all.stream().map(PlanSummary::id).toList())
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

    private List<ListPage.Narrowed> narrowed(Form form, Address here, Words t) {
        List<ListPage.Narrowed> narrowed = new ArrayList<>();
        for (String field : ListAsked.FIELDS) {
            if (form.filled(field) && form.problem(field) == null) {
                narrowed.add(new ListPage.Narrowed(
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
                        .flatMap(id -> plans.linesOf(List.of(new ActionId(id))).values().stream()
                                .findFirst())
                        .map(ServedChoice::brief)
                        .orElse("–");
            case "means" ->
                lines(form).stream()
                        .flatMap(group -> group.options().stream())
                        .filter(option -> option.value().equals(value))
                        .findFirst()
                        .map(Option::label)
                        .orElse("–");
            default -> chooser.shown(value);
        };
    }

    private static String date(String value, Words t) {
        return DateReader.read(value).map(t::date).orElse(value);
    }

    private static String place(String code, Words t) {
        return switch (code) {
            case "QC" -> t.say("realisation.where.quebec");
            case "ABROAD" -> t.say("realisation.where.abroad");
            default -> String.valueOf(Saying.place(code, t));
        };
    }

    private static List<ListPage.Month> months(List<Line> lines, Words t) {
        Map<YearMonth, List<ListPage.Row>> months = new LinkedHashMap<>();
        for (Line line : lines) {
            months.computeIfAbsent(YearMonth.from(line.when().to()), month -> new ArrayList<>())
                    .add(row(line, t));
        }
        return months.entrySet().stream()
                .map(month -> new ListPage.Month(t.capital(t.month(month.getKey())), month.getValue()))
                .toList();
    }

    static ListPage.Row row(Line line, Words t) {
        return new ListPage.Row(
                RealisationPage.url(line.id(), ""),
                Saying.briefly(line.when(), t),
                line.title(),
                detail(line, t),
                Saying.tone(line.state()),
                line.state() == RealisationState.DONE
                        ? null
                        : t.say(line.state().key()),
                line.codes().stream().filter(code -> !code.isEmpty()).toList());
    }

    /** « Atelier · Montréal · 24 participations · Cégep du Vieux-Port, Comité jeunes ». */
    static String detail(Line line, Words t) {
        List<String> parts = new ArrayList<>(List.of(t.say(line.kind().key())));
        String place = Saying.place(line.place(), t);
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
