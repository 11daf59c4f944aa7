package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Language;
import org.convergence.resources.spending.BudgetPeriod;
import org.convergence.resources.spending.domain.FinancialReport;
import org.convergence.resources.spending.domain.FinancialReport.ReportedLine;
import org.convergence.resources.spending.domain.FinancialReportQueries;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Papers of the example made for the same days tell the same figures, as a reader sees them on their pages. */
@ModuleTest
class ExampleFiguresTest {

    private static final String NUMBER = "(\\d[\\d ]*)";

    private record Paper(String id, LocalDate from, LocalDate to) {}

    private record Counts(int realisations, int participations, int organisations) {}

    @Autowired
    private ExampleFixture example;

    @Autowired
    private Pages pages;

    @Autowired
    private FinancialReportQueries financial;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void theExample() {
        example.ensure();
    }

    @Test
    void annualReportLeafletsAndPortraitTellOneYear() {
        Paper report = paper("ANNUAL");
        String annual = read("/plan/report/" + report.id());
        Counts year = counts(
                annual,
                "",
                " ?les voir une à une ?",
                " ?d’où ça vient : \\d+ réalisations ?",
                " ?organisations ont pris part");
        assertThat(year.realisations()).isGreaterThan(100);
        for (String member : members()) {
            assertThat(leaflet(member, report)).as("leaflet of " + member).isEqualTo(year);
        }
        int missions = number(annual, "Mission ou stage \\d+ " + NUMBER + " Rapport");
        int portrait = number(
                read("/plan/portrait?from=" + report.from() + "&to=" + report.to()),
                "Participations " + NUMBER + " La somme");
        assertThat(portrait - withoutLine(report))
                .as("what serves no line is in the portrait alone; fewer than five missions are in no figure of it")
                .isEqualTo(year.participations() - missions);
    }

    @Test
    void noteToTheBoardAndLeafletsTellTheSameMonths() {
        Paper note = paper("BOARD");
        int told = number(read("/plan/report/" + note.id()), "L’essentiel " + NUMBER + " réalisations du ");
        assertThat(told).isGreaterThan(50);
        for (String member : members()) {
            assertThat(leaflet(member, note).realisations()).isEqualTo(told);
        }
    }

    @Test
    void narrativeReportCountsTheActivitiesThatItLists() {
        String id = db.sql("SELECT id::text FROM cooperation.narrative_report ORDER BY id LIMIT 1")
                .query(String.class)
                .single();
        String facts = read("/cooperation/narrative/" + id + "/facts");
        String listed = facts.substring(facts.indexOf("Activités "), facts.indexOf("Récits "));
        List<Integer> each = Pattern.compile("; (\\d+) participations\\)")
                .matcher(listed)
                .results()
                .map(found -> Integer.parseInt(found.group(1)))
                .toList();
        MatchResult total = find(facts, NUMBER + " participations à " + NUMBER + " activités");
        assertThat(each).hasSize(number(total.group(2)));
        assertThat(each.stream().mapToInt(Integer::intValue).sum()).isEqualTo(number(total.group(1)));
    }

    @Test
    void agreementsTheirOverviewAndTheirFinancialReportsTellTheSameMoney() {
        String overview = read("/resources/grant/agreement/overview");
        List<String> subjects =
                db.sql("""
                        SELECT subject FROM resources.spending_budget
                        WHERE subject LIKE 'resources.grant/agreement/%' AND ends_on >= :today ORDER BY starts_on, id
                        """).param("today", settings.today()).query(String.class).list();
        assertThat(subjects).hasSizeGreaterThan(2);
        List<FinancialReport> reports = new ArrayList<>();
        CurrentActor.runAs(
                visitors.actor(Role.COORDINATOR), () -> subjects.forEach(each -> reports.add(untilToday(each))));
        assertThat(reports)
                .anyMatch(each -> each.total(ReportedLine::cumulative).signum() > 0);
        for (int i = 0; i < reports.size(); i++) {
            FinancialReport report = reports.get(i);
            String page = read("/resources/grant/agreement/" + subjects.get(i).replaceFirst(".*/", ""));
            MatchResult total = find(page, "Total " + "([\\d ]+,\\d\\d) (?:\\$ US|\\$|[A-Z]{3}) ?".repeat(4));
            BigDecimal committedAndLeft = amount(total.group(2)).add(amount(total.group(4)));
            assertThat(List.of(amount(total.group(3)), committedAndLeft))
                    .as(subjects.get(i))
                    .containsExactly(report.total(ReportedLine::cumulative), report.total(ReportedLine::left));
            assertThat(overview).contains(total.group(3), total.group(4));
        }
    }

    private FinancialReport untilToday(String subject) {
        LocalDate begins = db.sql("SELECT starts_on FROM resources.spending_budget WHERE subject = ?")
                .param(subject)
                .query(LocalDate.class)
                .single();
        return financial.compute(
                financial.findBudget(subject), new BudgetPeriod(begins, settings.today()), Language.FRENCH);
    }

    /** The first filed report to these readers. */
    private Paper paper(String audience) {
        return db.sql("""
                        SELECT r.id::text, r.period_from, r.period_to FROM plan.report r
                        WHERE r.audience = :audience AND r.period_to < :today ORDER BY r.period_from LIMIT 1
                        """)
                .param("audience", audience)
                .param("today", settings.today())
                .query((row, n) -> new Paper(
                        row.getString(1), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)))
                .single();
    }

    /** The participations of what serves no line of a plan. */
    private int withoutLine(Paper days) {
        return db.sql("""
                        SELECT coalesce(sum(r.participations), 0) FROM plan.realisation r
                        WHERE r.state = 'DONE' AND r.kind <> 'MISSION' AND r.ends_on BETWEEN :from AND :to
                          AND NOT EXISTS (SELECT FROM plan.realisation_served s WHERE s.realisation = r.id)
                        """)
                .param("from", days.from())
                .param("to", days.to())
                .query(Integer.class)
                .single();
    }

    /** Two members admitted before the papers begin. */
    private List<String> members() {
        return db.sql(
                        "SELECT organisation::text FROM resources.membership WHERE since < '2024-01-01' ORDER BY id LIMIT 2")
                .query(String.class)
                .list();
    }

    private Counts leaflet(String member, Paper days) {
        String page = read("/resources/impact/of/" + member + "?from=" + days.from() + "&to=" + days.to());
        return counts(page, "Avec l’ensemble des membres .*?pays\\. ?", " ", " ", " ?organisations y ont pris part");
    }

    private static Counts counts(String text, String before, String first, String second, String third) {
        MatchResult found = find(
                text,
                before + NUMBER + " ?réalisations" + first + NUMBER + " ?participations" + second + NUMBER + third);
        return new Counts(number(found.group(1)), number(found.group(2)), number(found.group(3)));
    }

    private static int number(String text, String pattern) {
        return number(find(text, pattern).group(1));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits.replace(" ", ""));
    }

    private static BigDecimal amount(String typed) {
        return new BigDecimal(typed.replace(" ", "").replace(',', '.'));
    }

    private static MatchResult find(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError(pattern + " in " + text));
    }

    /** What its page says, with usual blanks. */
    private String read(String address) {
        return pages.as(Role.COORDINATOR).open(address).select("main").text().replaceAll("[\\u00a0\\u202f]", " ");
    }
}
