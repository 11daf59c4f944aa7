package org.convergence.plan.actionplan.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.PlanProgress.Counts;
import org.convergence.plan.actionplan.PlanProgress.OfMeans;
import org.convergence.plan.actionplan.Signal;
import org.convergence.plan.actionplan.domain.DueLine;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.shell.NextDeadline;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The plan on the first page: what is asked of her, of others and of nobody, what is quiet, and where it all stands. */
@Configuration(proxyBeanMethods = false)
class PlanCards {

    private static final int LINES = 7;
    private static final int QUIET_LINES = 5;

    /** A part of the page that everyone who reads plans sees. */
    private record Part(int order, String permission, Function<Words, Optional<HomeCard.Card>> shown)
            implements HomeCard {

        static Part of(int order, Function<Words, Optional<HomeCard.Card>> shown) {
            return new Part(order, ActionPlanPermissions.READ, shown);
        }

        @Override
        public Optional<HomeCard.Card> show(Words t) {
            return shown.apply(t);
        }
    }

    @Bean
    static HomeCard herActionsCard(DueRows rows) {
        return Part.of(10, t -> due(rows, rows.hers(), "actionplan.today.hers", true, t));
    }

    @Bean
    static HomeCard othersActionsCard(DueRows rows) {
        return Part.of(20, t -> due(rows, rows.others(), "actionplan.today.week", true, t));
    }

    @Bean
    static HomeCard nobodysActionsCard(DueRows rows) {
        return new Part(
                50,
                ActionPlanPermissions.FOLLOW_UP,
                t -> due(rows, rows.nobodys(), "actionplan.today.nobody", false, t));
    }

    private static Optional<HomeCard.Card> due(DueRows rows, List<DueLine> due, String title, boolean taken, Words t) {
        if (due.isEmpty()) {
            return Optional.empty();
        }
        int more = due.size() - LINES;
        PlanBoard first = due.get(0).board();
        return Optional.of(new HomeCard.Card(
                t.say(title),
                due.stream().limit(LINES).map(line -> rows.row(line, taken, t)).toList(),
                List.of(),
                more > 0 ? t.say("actionplan.today.more", more) : null,
                more > 0 ? PlanTops.url(first.header(), "/grid") : null));
    }

    /** Lines for which nothing was done for some weeks while something is expected. */
    @Bean
    static HomeCard quietLinesCard(BoardsToday boards) {
        return Part.of(60, t -> {
            List<HomeCard.Row> rows = new ArrayList<>();
            for (PlanBoard board : boards.inForce()) {
                board.progress().objectives().stream()
                        .flatMap(objective -> objective.means().stream())
                        .filter(means -> means.signal() == Signal.QUIET)
                        .sorted((one, other) -> Integer.compare(other.quietWeeks(), one.quietWeeks()))
                        .forEach(means -> rows.add(quiet(board, means, t)));
            }
            int more = rows.size() - QUIET_LINES;
            return rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new HomeCard.Card(
                            t.say("actionplan.today.quiet"),
                            rows.stream().limit(QUIET_LINES).toList(),
                            List.of(),
                            more > 0 ? t.say("actionplan.today.quiet.more", more) : null,
                            more > 0 ? "/plan" : null));
        });
    }

    private static HomeCard.Row quiet(PlanBoard board, OfMeans means, Words t) {
        return new HomeCard.Row(
                Saying.signal(means, t),
                false,
                means.code() == null ? means.title() : means.code() + " " + means.title(),
                "/plan/actionplan/means/" + means.id().value(),
                board.header().facts().title() + " · " + Saying.counts(means.counts(), t),
                List.of());
    }

    /** « 63 actions : 18 faites, 22 en cours … », for each plan in force. */
    @Bean
    static HomeCard plansInForceFoot(BoardsToday boards) {
        return Part.of(
                HomeCard.FOOT,
                t -> boards.inForce().stream().findFirst().map(board -> {
                    Counts whole = Saying.whole(board.progress());
                    return new HomeCard.Card(
                            null,
                            List.of(),
                            Saying.bar(whole),
                            t.say("actionplan.whole", whole.total(), Saying.counts(whole, t)),
                            PlanTops.url(board.header(), ""));
                }));
    }

    /** What comes next where nothing presses. */
    @Bean
    static NextDeadline nextActionDue(DueRows rows) {
        return new NextDeadline() {
            @Override
            public String permission() {
                return ActionPlanPermissions.READ;
            }

            @Override
            public Optional<Due> next(Words t) {
                return rows.ahead().stream()
                        .filter(line -> line.why() != DueLine.Why.LATE && line.day() != null)
                        .findFirst()
                        .map(line -> new Due(
                                Objects.requireNonNull(line.day()),
                                line.action().line().title(),
                                "/plan/actionplan/action/"
                                        + line.action().line().id().value()));
            }
        };
    }
}
