package org.convergence.plan.realisation.domain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.OrganisationName;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.geography.Place;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Realisations as the rows of a file, fetched in batches of some hundreds, so that memory use does not grow with the
 * file.
 */
@Service
@Requires(RealisationPermissions.READ)
public class RealisationExport {

    private static final int AT_ONCE = 500;

    private final RealisationListQueries realisationListQueries;
    private final ActionPlans plans;
    private final ContributionQueries links;

    RealisationExport(RealisationListQueries realisationListQueries, ActionPlans plans, ContributionQueries links) {
        this.links = links;
        this.realisationListQueries = realisationListQueries;
        this.plans = plans;
    }

    /** The titles of the columns: those of the import, and the lines of plans for which each realisation counts. */
    public List<String> head(Words t) {
        return Stream.concat(
                        Arrays.stream(RealisationColumn.values()).map(column -> column.title(t)),
                        Stream.of(t.say("realisation.export.counts-for")))
                .toList();
    }

    /** The rows, the latest first, fetched lazily. */
    public Iterator<List<@Nullable Object>> rows(RealisationFilter filter, Words t) {
        return new Iterator<>() {
            private final Queue<List<@Nullable Object>> ready = new ArrayDeque<>();
            private @Nullable String after;
            private boolean last;

            @Override
            public boolean hasNext() {
                if (ready.isEmpty() && !last) {
                    List<RealisationFact> facts = realisationListQueries.fullPage(filter, after, AT_ONCE);
                    last = facts.size() < AT_ONCE;
                    if (!facts.isEmpty()) {
                        after = RealisationListQueries.cursorAfter(facts.get(facts.size() - 1));
                        ready.addAll(rows(facts, t));
                    }
                }
                return !ready.isEmpty();
            }

            @Override
            public List<@Nullable Object> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return Objects.requireNonNull(ready.poll());
            }
        };
    }

    private List<List<@Nullable Object>> rows(List<RealisationFact> facts, Words t) {
        Map<ActionId, Set<ActionId>> counts = links.findCountingLines(
                facts.stream().flatMap(fact -> fact.actions().stream()).collect(Collectors.toSet()));
        Map<ActionId, PlanLine> lines = plans.findLinesById(
                counts.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        Map<PlanId, String> titles =
                plans.findAll().stream().collect(Collectors.toMap(PlanSummary::id, PlanSummary::title));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        facts.forEach(fact -> rows.add(row(fact, lines, countsFor(fact, counts, lines, titles), t)));
        return rows;
    }

    /** Plan, number and text of each line for which it counts, one per line. */
    private static String countsFor(
            RealisationFact fact,
            Map<ActionId, Set<ActionId>> counts,
            Map<ActionId, PlanLine> lines,
            Map<PlanId, String> titles) {
        return fact.actions().stream()
                .flatMap(action -> counts.getOrDefault(action, Set.of()).stream())
                .distinct()
                .flatMap(line -> Stream.ofNullable(lines.get(line)))
                .map(line -> line.fullName(titles.getOrDefault(line.plan(), "")))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static List<@Nullable Object> row(
            RealisationFact fact, Map<ActionId, PlanLine> lines, String countsFor, Words t) {
        RealisationDetails what = fact.happening();
        Place place = what.place();
        Participations all = what.participations();
        return Arrays.asList(
                what.title(),
                what.when().from(),
                what.when().to(),
                t.say(what.kind().key()),
                t.say(fact.state().key()),
                place == null ? null : place.name(t),
                String.join(
                        "; ",
                        fact.organisations().stream()
                                .map(OrganisationName::name)
                                .toList()),
                all == null ? null : all.total(),
                all == null ? null : all.women(),
                all == null ? null : all.men(),
                all == null ? null : all.other(),
                all == null ? null : all.notStated(),
                all == null ? null : all.youth(),
                fact.amounts().staffHours(),
                fact.amounts().volunteerHours(),
                fact.amounts().copies(),
                fact.amounts().quantity(),
                codes(fact, lines),
                fact.telling().narrative(),
                String.join(" ", fact.telling().links()),
                countsFor);
    }

    private static String codes(RealisationFact fact, Map<ActionId, PlanLine> lines) {
        Set<String> codes = new TreeSet<>();
        for (ActionId action : fact.actions()) {
            PlanLine line = lines.get(action);
            String code = line == null ? null : line.code();
            if (code != null) {
                codes.add(code);
            }
        }
        return String.join(", ", codes);
    }
}
