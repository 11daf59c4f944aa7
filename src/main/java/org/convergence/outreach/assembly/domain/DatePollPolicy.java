package org.convergence.outreach.assembly.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.convergence.outreach.assembly.domain.DatePoll.AskedPerson;
import org.convergence.outreach.assembly.domain.DatePoll.DateAnswer;

/** Which of the proposed dates suit most people. */
public final class DatePollPolicy {

    private DatePollPolicy() {}

    /** The answers to one date, counted. */
    public record DateCount(int yes, int ifNeeded, int no) {

        /** The people who can come. */
        int coming() {
            return yes + ifNeeded;
        }
    }

    /** The answers to each date, in order. */
    public static List<DateCount> count(List<AskedPerson> people, int dates) {
        return IntStream.range(0, dates)
                .mapToObj(date -> new DateCount(
                        count(people, date, DateAnswer.YES),
                        count(people, date, DateAnswer.IF_NEEDED),
                        count(people, date, DateAnswer.NO)))
                .toList();
    }

    private static int count(List<AskedPerson> people, int date, DateAnswer answer) {
        return (int) people.stream()
                .map(AskedPerson::answers)
                .filter(Objects::nonNull)
                .filter(each -> each.get(date) == answer)
                .count();
    }

    /** The places of the best dates: most people can come, the fewest of them only if needed; none before an answer. */
    public static Set<Integer> findBest(List<DateCount> counts) {
        Comparator<DateCount> order = Comparator.comparingInt(DateCount::coming).thenComparingInt(DateCount::yes);
        return counts.stream()
                .max(order)
                .filter(best -> best.coming() > 0)
                .map(best -> IntStream.range(0, counts.size())
                        .filter(each -> order.compare(counts.get(each), best) == 0)
                        .boxed()
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }
}
