package org.convergence.directory.people.web;

import java.util.ArrayList;
import java.util.List;
import org.convergence.directory.people.domain.CountedSlice;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The frame of a list.
 *
 * @param count in words
 * @param next the address of the next page, {@code null} on the last
 * @param first the address of the first page, {@code null} on it
 * @param filtered whether a filter is applied
 */
public record DirectoryListFrame(
        String count,
        List<ListColumnHead> heads,
        @Nullable String next,
        @Nullable String first,
        boolean filtered,
        ListFiles files) {

    /**
     * The head of a column.
     *
     * @param url sorts by it, or reverses its order; {@code null} where it is not sortable
     * @param sorted the value of {@code aria-sort}, {@code null} where the list is not sorted by it
     */
    public record ListColumnHead(
            String label, @Nullable String url, @Nullable String sorted) {}

    /** The addresses of the filtered list, as files and on paper. */
    public record ListFiles(String csv, String xlsx, String print) {}

    /** The sort parameter of an address: {@code name}, or {@code -name} for descending. */
    record ListSort(String by, boolean turned) {

        static ListSort read(String text, List<String> known) {
            boolean turned = text.startsWith("-");
            String by = turned ? text.substring(1) : text;
            return known.contains(by) ? new ListSort(by, turned) : new ListSort(known.get(0), false);
        }

        private String value() {
            return turned ? "-" + by : by;
        }
    }

    /**
     * @param columns the sort keys, in the order of the columns; empty for a column without
     * @param labels of the columns
     */
    static DirectoryListFrame of(
            CountedSlice<?> found,
            ListAddress list,
            ListSort sort,
            List<String> columns,
            List<String> labels,
            String countKey,
            @Nullable String after,
            boolean filtered,
            Words t) {
        List<ListColumnHead> heads = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            String by = columns.get(i);
            boolean current = by.equals(sort.by());
            String value = current && !sort.turned() ? "-" + by : by;
            heads.add(new ListColumnHead(
                    labels.get(i),
                    by.isEmpty() ? null : list.with("sort", value).toString(),
                    !current ? null : sort.turned() ? "descending" : "ascending"));
        }
        ListAddress here = list.with("sort", sort.value());
        return new DirectoryListFrame(
                t.say(countKey, found.count(), t.count(found.count(), found.more())),
                heads,
                found.next() == null ? null : here.with("after", found.next()).toString(),
                after == null ? null : here.toString(),
                filtered,
                new ListFiles(
                        here.at(list.path() + "/export.csv").toString(),
                        here.at(list.path() + "/export.xlsx").toString(),
                        here.at(list.path() + "/print").toString()));
    }
}
