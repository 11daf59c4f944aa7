package org.convergence.directory.exchange.domain;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Queue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.exchange.ExchangePermissions;
import org.convergence.directory.exchange.domain.ExchangeList.Line;
import org.convergence.directory.exchange.domain.ExchangeList.With;
import org.convergence.directory.people.TakenOut;
import org.convergence.platform.access.Requires;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Exchanges as the rows of a file, some hundreds at a time; it is noted who took them out (R-L25-15). */
@Service
@Requires(ExchangePermissions.READ)
public class ExchangeExport {

    private static final int AT_ONCE = 200;

    private final ExchangeList list;
    private final TakenOut takenOut;

    ExchangeExport(ExchangeList list, TakenOut takenOut) {
        this.list = list;
        this.takenOut = takenOut;
    }

    /** The titles of the columns. */
    public List<String> head(Words t) {
        return Stream.of("happened_on", "channel", "subject", "people", "organisations", "body")
                .map(column -> t.say("exchange.field." + column))
                .toList();
    }

    /**
     * The rows, the latest first, read as they are asked for.
     *
     * @param form as what they leave: {@code CSV} or {@code XLSX}
     */
    public Iterator<List<@Nullable Object>> take(ExchangeFilter filter, String form, Words t) {
        ExchangeList.Count count = list.count(filter);
        takenOut.note(
                form, count.more() ? ExchangeList.COUNTED + 1L : count.count(), !filter.equals(ExchangeFilter.ALL));
        return new Iterator<>() {

            private final Queue<Line> ready = new ArrayDeque<>();
            private @Nullable String after;
            private boolean last;

            @Override
            public boolean hasNext() {
                if (ready.isEmpty() && !last) {
                    List<Line> lines = list.whole(filter, after, AT_ONCE);
                    last = lines.size() < AT_ONCE;
                    if (!lines.isEmpty()) {
                        after = lines.get(lines.size() - 1).position();
                        ready.addAll(lines);
                    }
                }
                return !ready.isEmpty();
            }

            @Override
            public List<@Nullable Object> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return row(Objects.requireNonNull(ready.poll()), t);
            }
        };
    }

    private static List<@Nullable Object> row(Line line, Words t) {
        return Arrays.asList(
                line.day(),
                t.say(line.channel().key()),
                line.subject(),
                names(line.people()),
                names(line.organisations()),
                line.text());
    }

    private static String names(List<With> all) {
        return all.stream().map(With::name).collect(Collectors.joining("; "));
    }
}
