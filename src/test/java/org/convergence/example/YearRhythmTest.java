package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.convergence.identity.Role;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.MovingClock;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The first page on the first Monday of the months of a plan's year, in the example organisation: what comes back each
 * year stands there in its season, and only then.
 */
@ModuleTest
class YearRhythmTest {

    private static final String MIDDLE = "Mi-année";
    private static final String WOMEN = "Préparer : Journée internationale des droits des femmes";
    private static final String END = "Fermer l’année";

    /** What comes back on the first Monday of each month of a plan that begins in July, from 0. */
    private static final Map<Integer, List<String>> SEASON = new TreeMap<>(Map.of(
            0, List.of(),
            2, List.of(),
            4, List.of(),
            6, List.of(MIDDLE),
            8, List.of(WOMEN),
            10, List.of(),
            11, List.of(END),
            12, List.of(END)));

    private static final Path TOLD = Path.of("target", "first-mondays.txt");

    @Autowired
    private ExampleFixture example;

    @Autowired
    private Pages pages;

    @Autowired
    private MovingClock clock;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private LocalDate begins = LocalDate.MIN;

    @BeforeEach
    void theExample() {
        example.ensure();
        begins = db.sql("""
                        SELECT period_from FROM plan.actionplan_plan
                        WHERE kind = 'ANNUAL' AND status = 'ADOPTED' ORDER BY period_from DESC LIMIT 1
                        """).query(LocalDate.class).single();
    }

    /**
     * July, September, November, January, March, May, June, and July again. What the page says is left in {@code
     * target/first-mondays.txt}: first at most seven lines, then those behind "all".
     */
    @Test
    void linesOfTheYearStandOnTheFirstPageInTheirSeasonOnly() throws IOException {
        // A day that the example began to follow after it fell does not come back that year.
        List<String> looked =
                settings.today().isBefore(begins.plusMonths(8)) ? List.of(MIDDLE, WOMEN, END) : List.of(MIDDLE, END);
        StringBuilder told = new StringBuilder();
        SEASON.forEach((month, season) -> {
            LocalDate monday = firstMonday(month);
            List<String> first = lines(open(monday, "/").select("section").stream()
                    .filter(part -> part.select("h2").text().equals("À faire cette semaine")));
            List<String> all = lines(open(monday, "/?all=true").select("main").stream());
            told.append("\n").append(monday).append("\n");
            first.forEach(line -> told.append("  ").append(line).append("\n"));
            all.stream()
                    .filter(line -> !first.contains(line))
                    .forEach(line -> told.append("    ").append(line).append("\n"));
            assertThat(first).as("month " + month).hasSizeBetween(1, 7);
            assertThat(all).as("month " + month).containsAll(first);
            assertThat(looked.stream().filter(each -> all.stream().anyMatch(line -> line.contains(each))))
                    .as("month " + month)
                    .isEqualTo(season.stream().filter(looked::contains).toList());
        });
        Files.writeString(TOLD, told.toString().strip() + "\n");
    }

    private LocalDate firstMonday(int month) {
        return begins.plusMonths(month).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY));
    }

    private Document open(LocalDate day, String address) {
        clock.moveTo(
                day.atTime(LocalTime.of(9, 0)).atZone(settings.current().zone()).toInstant());
        return pages.as(Role.COORDINATOR).open(address);
    }

    private static List<String> lines(Stream<Element> parts) {
        return parts.flatMap(part -> part.select(".rows > li").stream())
                .map(line -> line.text().replace('\u00a0', ' '))
                .toList();
    }
}
