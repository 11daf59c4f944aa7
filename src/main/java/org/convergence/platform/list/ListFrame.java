package org.convergence.platform.list;

import java.util.List;
import java.util.Objects;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Everything around the rows of a list, for the templates {@code platform/list}.
 *
 * @param form the filter as it was typed
 * @param count the formatted count
 * @param narrowing the active filters, each with the address of the list without it
 * @param isDetailed whether a filter besides the typed words is active or unreadable, so that all filters are shown
 * @param isFiltered whether any filter is filled in, shown as active or not
 * @param tabs the names of the filled fields that tabs set
 * @param address the filtered and sorted list from its first page
 * @param next the address of the next page, null on the last
 * @param first the address of the first page, null on it
 */
public record ListFrame(
        Form form,
        String count,
        List<ActiveFilter> narrowing,
        boolean isDetailed,
        boolean isFiltered,
        List<String> tabs,
        PageAddress address,
        @Nullable String next,
        @Nullable String first) {

    public ListFrame {
        narrowing = List.copyOf(narrowing);
        tabs = List.copyOf(tabs);
    }

    /** One formatted filter, and the address of the list without it. */
    public record ActiveFilter(String label, String without) {}

    /**
     * The heading of a column.
     *
     * @param url sorts by it, or reverses its order; null if it does not sort
     * @param sorted the value of {@code aria-sort}; null if the list is not sorted by it
     */
    public record ColumnHead(
            String label, @Nullable String url, @Nullable String sorted) {}

    /** The filtered list in another form, such as {@code /print}. */
    public String at(String form) {
        return address.at(address.path() + form).toString();
    }

    public String csv() {
        return at("/export.csv");
    }

    public String xlsx() {
        return at("/export.xlsx");
    }

    /** The headings of columns; the first is that of the default order, ascending. */
    public List<ColumnHead> heads(List<? extends ListColumn<?>> columns, Words t) {
        String sort = form.filled("sort") ? form.value("sort") : columns.get(0).sort();
        return columns.stream()
                .map(column -> head(column.title(t), column.sort(), sort))
                .toList();
    }

    private ColumnHead head(String label, @Nullable String by, @Nullable String sort) {
        boolean ascending = Objects.equals(sort, by);
        boolean descending = Objects.equals(sort, "-" + by);
        return by == null
                ? new ColumnHead(label, null, null)
                : new ColumnHead(
                        label,
                        address.with("sort", ascending ? "-" + by : by).toString(),
                        ascending ? "ascending" : descending ? "descending" : null);
    }
}
