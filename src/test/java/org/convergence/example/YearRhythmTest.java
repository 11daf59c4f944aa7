package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
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
    private static final String END = "Fermer l’année";

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

    /** With a plan that begins in July: July, September, November, January, March, May, June, and July again. */
    @Test
    void linesOfTheYearStandOnTheFirstPageInTheirSeasonOnly() {
        for (int month : List.of(0, 2, 4, 6, 8, 10, 11, 12)) {
            List<String> lines = linesOfThisWeek(firstMonday(month));
            assertThat(lines).as("month " + month).hasSizeLessThanOrEqualTo(7);
            assertThat(lines.stream().filter(line -> line.contains(MIDDLE)))
                    .as("middle of the year, month " + month)
                    .hasSize(month == 6 ? 1 : 0);
            assertThat(lines.stream().filter(line -> line.contains(END)))
                    .as("end of the year, month " + month)
                    .hasSize(month >= 11 ? 1 : 0);
        }
    }

    private LocalDate firstMonday(int month) {
        return begins.plusMonths(month).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY));
    }

    private List<String> linesOfThisWeek(LocalDate day) {
        clock.moveTo(
                day.atTime(LocalTime.of(9, 0)).atZone(settings.current().zone()).toInstant());
        Document first = pages.as(Role.COORDINATOR).open("/");
        return first.select("section").stream()
                .filter(part -> part.select("h2").text().equals("À faire cette semaine"))
                .flatMap(part -> part.select(".rows > li").stream())
                .map(Element::text)
                .toList();
    }
}
