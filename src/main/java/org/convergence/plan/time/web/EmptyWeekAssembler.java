package org.convergence.plan.time.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.convergence.plan.time.CapacityFundingSource;
import org.convergence.plan.time.CapacityFundingSource.FundingCall;
import org.convergence.plan.time.CapacityFundingSource.UnsubsidisedWeeks;
import org.convergence.plan.time.domain.Capacity;
import org.convergence.platform.chart.ChartTone;
import org.convergence.platform.chart.Drawing;
import org.convergence.platform.chart.Timeline;
import org.convergence.platform.chart.Timeline.TimelineMark;
import org.convergence.platform.chart.Timeline.TimelineRow;
import org.convergence.platform.chart.Timeline.TimelineSpan;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The weeks without a subsidised position in the months of a capacity, and the calls that close before they end. */
@Component
class EmptyWeekAssembler {

    private static final int MOST_CALLS = 10;

    private final List<CapacityFundingSource> sources;

    EmptyWeekAssembler(ObjectProvider<CapacityFundingSource> sources) {
        this.sources = sources.orderedStream().toList();
    }

    /**
     * Empty weeks.
     *
     * @param chart under the months of the capacity
     * @param weeks each run, in words
     * @param calls the first ones
     */
    public record EmptyWeeksPart(Drawing chart, List<String> weeks, List<FundingCall> calls) {}

    /** The part of the page; {@code null} without such weeks. */
    @Nullable
    EmptyWeeksPart assemble(Capacity capacity, Words t) {
        LocalDate today = capacity.today();
        var first = capacity.months().get(0).month();
        LocalDate until = first.plusMonths(capacity.months().size()).atDay(1).minusDays(1);
        List<UnsubsidisedWeeks> empty = sources.stream()
                .flatMap(source -> source.findUnsubsidisedWeeks(today, until).stream())
                .sorted(Comparator.comparing(UnsubsidisedWeeks::from))
                .toList();
        if (empty.isEmpty()) {
            return null;
        }
        LocalDate last = empty.get(empty.size() - 1).to();
        List<FundingCall> calls = sources.stream()
                .flatMap(source -> source.findCalls(today, last, t).stream())
                .limit(MOST_CALLS)
                .toList();
        List<TimelineRow> rows = new ArrayList<>();
        rows.add(new TimelineRow(
                t.say("time.capacity.empty.row"),
                empty.stream()
                        .map(each -> new TimelineSpan(
                                each.from(),
                                each.to(),
                                ChartTone.AMBER,
                                t.say("time.capacity.empty.weeks", each.count())))
                        .toList(),
                List.of()));
        List<TimelineMark> deadlines = calls.stream()
                .filter(call -> call.deadline() != null)
                .map(call -> new TimelineMark(Objects.requireNonNull(call.deadline()), ChartTone.BLUE, call.title()))
                .toList();
        if (!deadlines.isEmpty()) {
            rows.add(new TimelineRow(t.say("time.capacity.empty.calls"), List.of(), deadlines));
        }
        return new EmptyWeeksPart(
                new Timeline(
                                t.say("time.capacity.empty"),
                                first,
                                capacity.months().size(),
                                today,
                                rows)
                        .draw(t),
                empty.stream()
                        .map(each ->
                                t.say("time.capacity.empty.period", each.count(), t.period(each.from(), each.to())))
                        .toList(),
                calls);
    }
}
