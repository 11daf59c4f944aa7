package org.convergence.platform.currency;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.platform.database.Refused;
import org.convergence.platform.table.TableReader;
import org.convergence.platform.table.TableRow;
import org.convergence.platform.text.TextParser;

/**
 * Reads rates from a table. In a file of the Bank of Canada, the data follow a row {@code date, FXUSDCAD, …}; any other
 * table has titles for its columns: from, to, rate, first day, and perhaps last day and source.
 */
public final class RateFileReader {

    private static final Pattern SERIES = Pattern.compile("FX([A-Z]{3})([A-Z]{3})");
    private static final Pattern RATE = Pattern.compile("\\d{1,12}(\\.\\d{1,12})?");
    private static final List<List<String>> TITLES = List.of(
            List.of("from", "de", "from_currency", "devise"),
            List.of("to", "vers", "à", "to_currency", "en"),
            List.of("rate", "taux"),
            List.of("validfrom", "valid_from", "from_day", "date", "jour", "du"),
            List.of("validto", "valid_to", "to_day", "au"),
            List.of("source"));

    private RateFileReader() {}

    /**
     * The rates of a file.
     *
     * @param unreadable the numbers of the rows that could not be read
     */
    public record RateFile(List<ExchangeRate> rates, List<Integer> unreadable) {}

    /**
     * Reads a file.
     *
     * @param defaultSource the source of rates without one
     * @throws Refused if no column of rates is found
     */
    public static RateFile read(InputStream in, String defaultSource) {
        try (TableReader table = TableReader.open(in)) {
            table.treatHeadAsRow();
            Iterator<TableRow> rows = table.rows();
            while (rows.hasNext()) {
                TableRow head = rows.next();
                if (isBankHead(head)) {
                    return readBank(head, rows);
                }
                List<Integer> columns = findColumns(head);
                if (columns.subList(0, 4).stream().allMatch(column -> column >= 0)) {
                    return readGeneric(columns, rows, defaultSource);
                }
            }
        }
        throw new Refused("currency.refused.columns");
    }

    private static boolean isBankHead(TableRow row) {
        return row.cell(0).equalsIgnoreCase("date")
                && row.cells().stream().anyMatch(cell -> SERIES.matcher(cell).matches());
    }

    /** Each day stands for itself; a cell is empty on a holiday. */
    private static RateFile readBank(TableRow head, Iterator<TableRow> rows) {
        List<ExchangeRate> rates = new ArrayList<>();
        List<Integer> unreadable = new ArrayList<>();
        while (rows.hasNext()) {
            TableRow row = rows.next();
            Optional<LocalDate> day = TextParser.date(row.cell(0));
            for (int column = 1; column < head.cells().size(); column++) {
                Matcher series = SERIES.matcher(head.cell(column));
                if (series.matches() && !row.cell(column).isEmpty()) {
                    Optional<BigDecimal> rate = parseRate(row.cell(column));
                    if (day.isPresent() && rate.isPresent()) {
                        rates.add(new ExchangeRate(
                                series.group(1),
                                series.group(2),
                                rate.get(),
                                day.get(),
                                day.get(),
                                "Banque du Canada"));
                    } else {
                        unreadable.add(row.number());
                    }
                }
            }
        }
        return new RateFile(rates, unreadable);
    }

    private static RateFile readGeneric(List<Integer> columns, Iterator<TableRow> rows, String defaultSource) {
        List<ExchangeRate> rates = new ArrayList<>();
        List<Integer> unreadable = new ArrayList<>();
        while (rows.hasNext()) {
            TableRow row = rows.next();
            String from = row.cell(columns.get(0)).toUpperCase(Locale.ROOT);
            String to = row.cell(columns.get(1)).toUpperCase(Locale.ROOT);
            Optional<BigDecimal> rate = parseRate(row.cell(columns.get(2)));
            Optional<LocalDate> first = TextParser.date(row.cell(columns.get(3)));
            Optional<LocalDate> last =
                    row.cell(columns.get(4)).isEmpty() ? first : TextParser.date(row.cell(columns.get(4)));
            boolean readable = ExchangeRate.isCurrency(from)
                    && ExchangeRate.isCurrency(to)
                    && !from.equals(to)
                    && rate.isPresent()
                    && first.isPresent()
                    && last.isPresent()
                    && !last.get().isBefore(first.get());
            if (readable) {
                String source = row.cell(columns.get(5)).isEmpty() ? defaultSource : row.cell(columns.get(5));
                rates.add(new ExchangeRate(
                        from,
                        to,
                        rate.get(),
                        first.get(),
                        last.get(),
                        source.substring(0, Math.min(ExchangeRate.LONGEST_SOURCE, source.length()))));
            } else {
                unreadable.add(row.number());
            }
        }
        return new RateFile(rates, unreadable);
    }

    /** The column of each title, -1 where there is none. */
    private static List<Integer> findColumns(TableRow head) {
        return TITLES.stream()
                .map(titles -> {
                    for (int column = 0; column < head.cells().size(); column++) {
                        if (titles.contains(head.cell(column).toLowerCase(Locale.ROOT))) {
                            return column;
                        }
                    }
                    return -1;
                })
                .toList();
    }

    /**
     * A rate above zero with at most 12 decimals: « 0,0737 », « 2 780,47 », “2,780.47”. Of a comma and a point, the last
     * one is the decimal mark; one alone is the decimal mark, since a rate below ten is more usual than one in thousands.
     */
    public static Optional<BigDecimal> parseRate(String text) {
        String plain = text.replaceAll("[\\s\\u00a0\\u202f'’]", "");
        int comma = plain.lastIndexOf(',');
        int point = plain.lastIndexOf('.');
        plain = comma > point ? plain.replace(".", "").replace(',', '.') : plain.replace(",", "");
        return RATE.matcher(plain).matches()
                ? TextParser.number(plain).filter(rate -> rate.signum() > 0)
                : Optional.empty();
    }
}
