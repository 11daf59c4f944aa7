package org.convergence.platform.list;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.FieldsRefused;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.FormFields.BoundField;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.table.TableFormat;
import org.convergence.platform.table.TableWriter;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/**
 * A list on its page: its address, the fields of its filter, the columns of its files.
 *
 * @param path the address
 * @param template the template of the page; that of its rows has the same name with {@code -rows}
 * @param countKey message key of the count; null if the page does not show it
 * @param filter makes the filter from the typed values
 */
public record ListView<F, R>(
        String path,
        String template,
        @Nullable String countKey,
        FormFields<F> fields,
        Function<FormValues, F> filter,
        List<ListColumn<R>> columns) {

    private static final int SHOWN = 50;

    public ListView {
        columns = List.copyOf(columns);
    }

    /** A list whose templates {@code list} and {@code list-rows} are in the folder of its address. */
    public ListView(
            String path,
            String countKey,
            FormFields<F> fields,
            Function<FormValues, F> filter,
            List<ListColumn<R>> columns) {
        this(path, path.substring(1) + "/list", countKey, fields, filter, columns);
    }

    /** Makes the page record from the rows and the frame around them. */
    public interface PageFactory<R> {
        Object make(List<R> rows, ListFrame frame);
    }

    /**
     * The page, or for htmx its rows; with 422 and without rows if the filter is unreadable.
     *
     * @param query the use case that reads a page
     */
    public ModelAndView page(Form form, Words t, Function<ListRequest<F>, ListPage<R>> query, PageFactory<R> page) {
        ListPage<R> found;
        boolean readable = true;
        try {
            found = query.apply(new ListRequest<>(form.read(filter), form.value("sort"), after(form), SHOWN));
        } catch (FieldsRefused wrong) {
            found = ListPage.empty();
            readable = false;
        }
        ModelAndView view =
                PageView.pageOrFragment(template, template + "-rows", page.make(found.rows(), frame(form, found, t)));
        return readable ? view : PageView.withErrors(view);
    }

    /**
     * Writes the filtered list as a file, row by row, whatever their number.
     *
     * @param format the file extension
     * @param query the use case that reads every row, given the filter and the name of the format
     * @throws NotFound if the format is not supported
     */
    public void export(
            String format,
            String title,
            LocalDate day,
            Form form,
            Words t,
            BiFunction<F, String, Iterator<R>> query,
            HttpServletResponse response)
            throws IOException {
        TableFormat as = TableFormat.findByExtension(format).orElseThrow(() -> new NotFound("format"));
        Iterator<R> rows = query.apply(form.read(filter), as.name());
        String name = title.toLowerCase(Locale.ROOT) + "-" + day;
        write(format, name, title, columns, rows, t, response);
    }

    /**
     * Writes rows as a file, one by one, whatever their number.
     *
     * @param format the file extension
     * @param name the name of the file without extension
     * @throws NotFound if the format is not supported
     */
    public static <R> void write(
            String format,
            String name,
            String title,
            List<ListColumn<R>> columns,
            Iterator<R> rows,
            Words t,
            HttpServletResponse response)
            throws IOException {
        TableFormat as = TableFormat.findByExtension(format).orElseThrow(() -> new NotFound("format"));
        FileDownload.setHeaders(response, name + "." + as.extension(), as.mediaType());
        List<String> head = columns.stream().map(each -> each.title(t)).toList();
        TableWriter.write(as, title, head, cells(columns, rows, t), t, response.getOutputStream());
    }

    private static <R> Iterator<List<@Nullable Object>> cells(List<ListColumn<R>> columns, Iterator<R> rows, Words t) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public List<@Nullable Object> next() {
                R row = rows.next();
                List<@Nullable Object> cells = new ArrayList<>();
                columns.forEach(each -> cells.add(each.value().apply(row, t)));
                return cells;
            }
        };
    }

    /**
     * Reads the parameters of an API request.
     *
     * @param read makes the filter from the parameters
     * @param usual the default number of rows, {@code most} at most
     * @throws FieldsRefused if a parameter has a problem
     */
    public static <F> ListRequest<F> forApi(Form asked, Function<FormValues, F> read, int usual, int most) {
        if (!asked.filled("limit")) {
            asked.with("limit", usual);
        }
        return asked.read(answers -> new ListRequest<>(
                read.apply(answers), asked.value("sort"), after(asked), answers.wholeNumber("limit", 1, most)));
    }

    private static @Nullable String after(Form form) {
        return form.filled("after") ? form.value("after") : null;
    }

    private ListFrame frame(Form form, ListPage<R> found, Words t) {
        PageAddress here = fields.address(path, form).with("sort", form.value("sort"));
        String next = found.next();
        return new ListFrame(
                form,
                countKey == null
                        ? ""
                        : t.say(
                                countKey,
                                found.count().counted(),
                                t.count(found.count().counted(), found.count().isMore())),
                fields.activeFilters(form).stream()
                        .map(field -> activeFilter(field, form, here, t))
                        .toList(),
                isDetailed(form),
                fields.all().stream()
                        .filter(each -> !each.isTab())
                        .anyMatch(each -> form.filled(each.field().name())),
                fields.all().stream()
                        .filter(BoundField::isTab)
                        .map(each -> each.field().name())
                        .filter(form::filled)
                        .toList(),
                here,
                next == null ? null : here.with("after", next).toString(),
                form.filled("after") ? here.toString() : null);
    }

    private static ListFrame.ActiveFilter activeFilter(Field<?> field, Form form, PageAddress here, Words t) {
        return new ListFrame.ActiveFilter(
                field.input() == Field.InputKind.TICK
                        ? t.say(field.label())
                        : field.words().apply(form.value(field.name()), t),
                here.with(field.name(), null).toString());
    }

    /** The first field, that of the typed words, is always shown. */
    private boolean isDetailed(Form form) {
        return fields.all().stream()
                .skip(1)
                .filter(BoundField::hasChip)
                .map(each -> each.field().name())
                .anyMatch(name -> form.filled(name) || form.problem(name) != null);
    }
}
