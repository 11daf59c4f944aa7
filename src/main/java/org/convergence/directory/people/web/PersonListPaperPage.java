package org.convergence.directory.people.web;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.convergence.platform.list.ListColumn;
import org.convergence.platform.list.ListView;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A whole list, for printing.
 *
 * @param cut a notice that there are more, {@code null} where the list is complete
 */
public record PersonListPaperPage(
        String title,
        String count,
        String back,
        List<String> heads,
        List<List<String>> rows,
        @Nullable String cut) {

    private static final int MOST = 5_000;

    static <R> PersonListPaperPage of(
            ListView<?, R> view, String title, Form form, List<ListColumn<R>> columns, Iterator<R> lines, Words t) {
        List<List<String>> rows = new ArrayList<>();
        while (rows.size() < MOST && lines.hasNext()) {
            R line = lines.next();
            rows.add(columns.stream()
                    .map(column -> Objects.toString(column.value().apply(line, t), ""))
                    .toList());
        }
        boolean more = lines.hasNext();
        return new PersonListPaperPage(
                title,
                t.say(view.countKey(), rows.size(), t.count(rows.size(), more)),
                view.fields().address(view.path(), form).toString(),
                columns.stream().map(column -> t.say(column.label())).toList(),
                rows,
                more ? t.say("people.list.cut", MOST) : null);
    }
}
