package org.convergence.plan.time.domain;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Queue;
import java.util.stream.Stream;
import org.convergence.directory.people.PersonName;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.time.TimePermissions;
import org.convergence.plan.time.domain.TimeEntryQueries.ListedTimeEntry;
import org.convergence.plan.time.domain.TimeEntryQueries.TimeEntryFilter;
import org.convergence.plan.time.domain.TimeEntryQueries.TimeEntryNames;
import org.convergence.platform.access.Requires;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Entries of hours as the rows of a file, fetched in batches of some hundreds, so that memory use does not grow with
 * the file.
 */
@Service
@Requires(TimePermissions.OWN)
public class TimeEntryExport {

    private static final int AT_ONCE = 500;

    private final TimeEntryQueries timeEntryQueries;

    TimeEntryExport(TimeEntryQueries timeEntryQueries) {
        this.timeEntryQueries = timeEntryQueries;
    }

    /** The titles of the columns. */
    public List<String> head(Words t) {
        return Stream.of("day", "person", "hours", "code", "action", "volunteer", "state")
                .map(column -> t.say("time.column." + column))
                .toList();
    }

    /** The rows, the latest first, fetched lazily. */
    public Iterator<List<@Nullable Object>> rows(TimeEntryFilter filter, Words t) {
        return new Iterator<>() {
            private final Queue<List<@Nullable Object>> ready = new ArrayDeque<>();
            private @Nullable String after;
            private boolean last;

            @Override
            public boolean hasNext() {
                if (ready.isEmpty() && !last) {
                    List<ListedTimeEntry> page = timeEntryQueries.page(filter, after, AT_ONCE);
                    last = page.size() < AT_ONCE;
                    if (!page.isEmpty()) {
                        after = page.get(page.size() - 1).cursor();
                        TimeEntryNames names = timeEntryQueries.names(page);
                        page.forEach(each -> ready.add(row(each, names, t)));
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

    private static List<@Nullable Object> row(ListedTimeEntry entry, TimeEntryNames names, Words t) {
        PersonName person = names.people().get(entry.person());
        PlanLine line = entry.post().action() == null
                ? null
                : names.lines().get(entry.post().action());
        String other = entry.post().equals(TimePost.OFFICE) ? t.say("time.office") : "";
        return Arrays.asList(
                entry.day(),
                person == null ? "" : person.name(),
                entry.hours(),
                line == null ? null : line.code(),
                line == null ? other : line.title(),
                entry.volunteer() ? t.say("time.source", ContractSource.VOLUNTEER.name()) : null,
                t.say("time.state", entry.state().name()));
    }
}
