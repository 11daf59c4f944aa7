package org.convergence.safety.guide.domain;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.convergence.platform.database.Refused;
import org.convergence.platform.geography.Country;
import org.convergence.platform.table.TableReader;
import org.convergence.platform.table.TableRow;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.TextShortener;
import org.convergence.safety.guide.AdvisoryLevel;
import org.convergence.safety.guide.CountryAdvisory;

/**
 * Reads the register from a table whose columns are titled country, level, date, and perhaps region and source. A file
 * with one line that cannot be read is refused whole: half a register is worse than yesterday's (R-WATCH-3).
 */
public final class AdvisoryFileReader {

    /** The longest name of a source. */
    public static final int LONGEST_SOURCE = 200;

    private static final int COUNTRY = 0;
    private static final int LEVEL = 1;
    private static final int DATE = 2;
    private static final int REGION = 3;
    private static final int SOURCE = 4;

    private static final List<List<String>> TITLES = List.of(
            List.of("country", "pays", "iso2", "iso", "code", "country_code", "country-iso"),
            List.of("level", "niveau", "advisory", "avis", "advisory-state", "advisory_state"),
            List.of("date", "published", "date-published", "date_published", "publie", "publié", "published_on"),
            List.of("regional", "region", "région", "régional", "regional_level", "niveau régional"),
            List.of("source"));

    private static final int SHOWN = 5;

    private AdvisoryFileReader() {}

    /**
     * Reads a file.
     *
     * @param defaultSource the source of lines without one
     * @param today the day of the reading; no advisory is published later
     * @throws Refused if it is no table, has other columns, no line, or a line that cannot be read
     */
    public static List<CountryAdvisory> read(InputStream in, String defaultSource, LocalDate today) {
        Map<Country, CountryAdvisory> read = new LinkedHashMap<>();
        List<String> unreadable = new ArrayList<>();
        String first = "";
        try (TableReader table = TableReader.open(in)) {
            List<Integer> columns = findColumns(table.head());
            if (columns.subList(COUNTRY, REGION).contains(-1)) {
                throw new Refused("guide.refused.columns");
            }
            Iterator<TableRow> rows = table.rows();
            while (rows.hasNext()) {
                TableRow row = rows.next();
                Optional<CountryAdvisory> advisory = readRow(row, columns, defaultSource, today);
                if (advisory.isEmpty() || read.putIfAbsent(advisory.get().country(), advisory.get()) != null) {
                    unreadable.add(String.valueOf(row.number()));
                    first = unreadable.size() > 1 ? first : TextShortener.shorten(faultyCell(row, columns, today), 60);
                }
            }
        }
        if (!unreadable.isEmpty()) {
            throw new Refused("guide.refused.lines", first(unreadable), first);
        }
        if (read.isEmpty()) {
            throw new Refused("guide.refused.empty");
        }
        return List.copyOf(read.values());
    }

    /** The first of several places, and a sign that there are more. */
    static String first(List<String> places) {
        return places.stream().limit(SHOWN).collect(Collectors.joining(", ")) + (places.size() > SHOWN ? "…" : "");
    }

    /** The first cell that makes a row unreadable; that of the country if the country stands in two rows. */
    private static String faultyCell(TableRow row, List<Integer> columns, LocalDate today) {
        if (country(cell(row, columns, COUNTRY)).isEmpty()) {
            return cell(row, columns, COUNTRY);
        }
        if (level(cell(row, columns, LEVEL)).isEmpty()) {
            return cell(row, columns, LEVEL);
        }
        if (level(cell(row, columns, REGION)).isEmpty()) {
            return cell(row, columns, REGION);
        }
        return day(row, columns, today).isEmpty() ? cell(row, columns, DATE) : cell(row, columns, COUNTRY);
    }

    private static Optional<LocalDate> day(TableRow row, List<Integer> columns, LocalDate today) {
        return TextParser.date(cell(row, columns, DATE)).filter(day -> !day.isAfter(today));
    }

    private static Optional<CountryAdvisory> readRow(
            TableRow row, List<Integer> columns, String defaultSource, LocalDate today) {
        Optional<Country> country = country(cell(row, columns, COUNTRY));
        Optional<AdvisoryLevel> level = level(cell(row, columns, LEVEL));
        String region = cell(row, columns, REGION);
        Optional<AdvisoryLevel> regional = level(region);
        Optional<LocalDate> date = day(row, columns, today);
        if (country.isEmpty() || level.isEmpty() || regional.isEmpty() || date.isEmpty()) {
            return Optional.empty();
        }
        String source = cell(row, columns, SOURCE).isEmpty() ? defaultSource : cell(row, columns, SOURCE);
        return Optional.of(new CountryAdvisory(
                country.get(),
                level.get(),
                region.isEmpty() ? null : regional.get(),
                source.substring(0, Math.min(LONGEST_SOURCE, source.length())),
                date.get(),
                today));
    }

    /** An empty cell is an unknown level. */
    private static Optional<AdvisoryLevel> level(String text) {
        return text.isEmpty() ? Optional.of(AdvisoryLevel.UNKNOWN) : AdvisoryLevel.parse(text);
    }

    private static Optional<Country> country(String text) {
        return Country.findByCode(text).or(() -> Country.findByName(text));
    }

    private static String cell(TableRow row, List<Integer> columns, int column) {
        return columns.get(column) < 0 ? "" : row.cell(columns.get(column)).strip();
    }

    /** The column of each title, -1 where there is none. */
    private static List<Integer> findColumns(List<String> head) {
        return TITLES.stream()
                .map(titles -> {
                    for (int column = 0; column < head.size(); column++) {
                        if (titles.contains(head.get(column).strip().toLowerCase(Locale.ROOT))) {
                            return column;
                        }
                    }
                    return -1;
                })
                .toList();
    }
}
