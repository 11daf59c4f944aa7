package org.convergence.plan.realisation.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.domain.RecordingSuggestions;
import org.convergence.plan.realisation.domain.ServedLinePolicy.ServedLineProposal;
import org.convergence.plan.realisation.web.RealisationFormPage.ServedLinesPart;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.OptionGroup;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/**
 * The choice of the lines served. Lines proposed for the title are ticked by default; a line ticked or unticked by hand
 * stays so, whatever title is typed next. Once a user ticked a line, or if the choice is settled ({@code settled}: a
 * correction, or a form opened from a line), proposals are shown but not ticked.
 */
@Component
record ServedLineChoice(
        RecordingSuggestions recordingSuggestions, ActionPlans plans, ContributionPreview contributionPreview) {

    static final String TICKED = "action";
    static final String OFFERED = "offered";
    static final String REFUSED = "refused";
    static final String ANOTHER = "line";
    static final String SETTLED = "settled";
    private static final int BRIEF = 42;

    /** The values of the form, combined with the proposals for its title. */
    private record WeighedChoice(
            Set<String> chosen,
            Set<String> offered,
            Set<String> refused,
            List<ServedLineProposal> proposals,
            List<PlanLine> lines) {

        List<String> ticked() {
            Set<String> both = new LinkedHashSet<>(chosen);
            both.addAll(offered);
            return List.copyOf(both);
        }
    }

    /** Sets the form's ticks to those for the final title, shown or not. */
    void applyTicks(Form form) {
        form.with(TICKED, weigh(form).ticked());
    }

    ServedLinesPart assemble(Form form, Words t) {
        WeighedChoice weighed = weigh(form);
        Optional<RealisationKind> guessed = recordingSuggestions.guessKind(form.value("title"));
        Map<String, PlanLine> known = known(weighed);
        Map<PlanId, String> titles = titles();
        boolean several =
                weighed.lines().stream().map(PlanLine::plan).distinct().count() > 1;
        Map<String, ServedLinesPart.ServedLineChip> chips = new LinkedHashMap<>();
        weighed.chosen().forEach(id -> chips.put(id, chip(id, known, true, false, several ? titles : Map.of())));
        weighed.offered().forEach(id -> chips.put(id, chip(id, known, true, true, several ? titles : Map.of())));
        weighed.proposals().forEach(each -> {
            String id = each.line().id().value().toString();
            chips.putIfAbsent(id, chip(id, known, false, false, several ? titles : Map.of()));
        });
        return new ServedLinesPart(
                List.copyOf(chips.values()),
                List.copyOf(weighed.refused()),
                groups(weighed.lines(), chips.keySet(), several ? titles : Map.of()),
                guessed.map(kind -> t.say(kind.key())).orElse(""),
                contributionPreview.describe(
                        contributionPreview.recorded(form, weighed.ticked(), guessed.orElse(RealisationKind.OTHER)),
                        t));
    }

    private WeighedChoice weigh(Form form) {
        List<PlanLine> lines = recordingSuggestions.currentLines();
        Set<String> ticked = filled(form.values(TICKED));
        ticked.addAll(filled(form.values(ANOTHER)));
        Set<String> offered = filled(form.values(OFFERED));
        Set<String> refused = filled(form.values(REFUSED));
        offered.stream().filter(Predicate.not(ticked::contains)).forEach(refused::add);
        refused.removeAll(ticked);
        Set<String> chosen = new LinkedHashSet<>(ticked);
        chosen.removeAll(offered);
        List<ServedLineProposal> proposals = recordingSuggestions.proposeLines(form.value("title"), lines);
        Set<String> sure = new LinkedHashSet<>();
        if (!form.filled(SETTLED) && chosen.isEmpty()) {
            proposals.stream()
                    .filter(ServedLineProposal::sure)
                    .map(each -> each.line().id().value().toString())
                    .filter(id -> !refused.contains(id) && !chosen.contains(id))
                    .forEach(sure::add);
        }
        return new WeighedChoice(chosen, sure, refused, proposals, lines);
    }

    /** The texts that are ids. */
    static List<ActionId> parseIds(Collection<String> texts) {
        return texts.stream()
                .flatMap(text -> TextParser.id(text).stream())
                .map(ActionId::new)
                .toList();
    }

    private static Set<String> filled(List<String> values) {
        Set<String> filled = new LinkedHashSet<>(values);
        filled.removeIf(String::isBlank);
        return filled;
    }

    /** The shown lines by id, including those of past plans. */
    private Map<String, PlanLine> known(WeighedChoice weighed) {
        Map<String, PlanLine> known = new LinkedHashMap<>();
        weighed.lines().forEach(line -> known.put(line.id().value().toString(), line));
        List<ActionId> others = parseIds(weighed.chosen().stream()
                .filter(Predicate.not(known::containsKey))
                .toList());
        if (!others.isEmpty()) {
            plans.findLinesById(others)
                    .forEach((id, line) -> known.put(id.value().toString(), line));
        }
        return known;
    }

    private Map<PlanId, String> titles() {
        Map<PlanId, String> titles = new LinkedHashMap<>();
        for (PlanSummary plan : plans.findAll()) {
            titles.put(plan.id(), plan.title());
        }
        return titles;
    }

    private static ServedLinesPart.ServedLineChip chip(
            String id, Map<String, PlanLine> known, boolean ticked, boolean offered, Map<PlanId, String> titles) {
        PlanLine line = known.get(id);
        if (line == null) {
            return new ServedLinesPart.ServedLineChip(id, "–", "–", ticked, offered);
        }
        String plan = titles.getOrDefault(line.plan(), "");
        String whole = line.label() + (plan.isEmpty() ? "" : " (" + plan + ")");
        return new ServedLinesPart.ServedLineChip(id, shortLabel(line), whole, ticked, offered);
    }

    /** « 1.2 Offrir des ateliers sur la solidarité… » */
    static String shortLabel(PlanLine line) {
        String text = line.title();
        if (text.length() > BRIEF) {
            int cut = text.lastIndexOf(' ', BRIEF);
            text = text.substring(0, cut < BRIEF / 2 ? BRIEF : cut).replaceAll("[\\s,;:.(]+$", "") + "…";
        }
        return line.code() == null ? text : line.code() + " " + text;
    }

    /** The options grouped by means and plan, without the lines already shown as chips. */
    private static List<OptionGroup> groups(List<PlanLine> lines, Set<String> shown, Map<PlanId, String> titles) {
        Map<String, List<Option>> groups = new LinkedHashMap<>();
        for (PlanLine line : lines) {
            String plan = titles.getOrDefault(line.plan(), "");
            String heading = (plan.isEmpty() ? "" : plan + " · ") + PlanLine.shorten(line.meansTitle());
            if (!shown.contains(line.id().value().toString())) {
                groups.computeIfAbsent(heading, key -> new ArrayList<>())
                        .add(Option.of(line.id(), (line.parent() == null ? "" : "– ") + line.label()));
            }
        }
        return groups.entrySet().stream()
                .map(group -> new OptionGroup(group.getKey(), group.getValue()))
                .toList();
    }
}
