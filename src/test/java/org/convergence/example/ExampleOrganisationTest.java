package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Refused;
import org.convergence.platform.table.TableReader;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class ExampleOrganisationTest {

    private static final Map<String, Area> AREAS = Map.ofEntries(
            Map.entry("1.1", Area.EDUCATION),
            Map.entry("1.2", Area.EDUCATION),
            Map.entry("1.3", Area.EDUCATION),
            Map.entry("1.5", Area.EDUCATION),
            Map.entry("2.1", Area.COOPERATION),
            Map.entry("2.2", Area.COOPERATION),
            Map.entry("2.3", Area.COOPERATION),
            Map.entry("2.4", Area.COOPERATION),
            Map.entry("3.1", Area.ADVOCACY),
            Map.entry("3.3", Area.ADVOCACY),
            Map.entry("3.4", Area.ADVOCACY),
            Map.entry("4.1", Area.OUTREACH),
            Map.entry("4.2", Area.OUTREACH),
            Map.entry("4.3", Area.OUTREACH),
            Map.entry("4.4", Area.OUTREACH),
            Map.entry("5.1", Area.RESOURCES),
            Map.entry("5.2", Area.RESOURCES),
            Map.entry("5.4", Area.SAFETY));

    private static final Map<String, String> HISTORIES = Map.of(
            "plan.realisation", "/plan/realisation/",
            "plan.actionplan_action", "/plan/actionplan/action/",
            "plan.actionplan_follow_up", "/plan/actionplan/action/",
            "outreach.assembly_meeting", "/outreach/assembly/meetings/",
            "outreach.assembly_body", "/outreach/assembly/bodies/",
            "directory.exchange", "/directory/exchange/",
            "directory.people_person", "/directory/people/persons/",
            "directory.people_organisation", "/directory/people/organisations/",
            "directory.consent_incident", "/directory/consent/privacy/incidents/");

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private Messages messages;

    @Autowired
    private ExampleFixture example;

    @Autowired
    private ExampleOrganisation organisation;

    @Autowired
    private ActionPlans plans;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void itIsEntered() {
        example.ensure();
    }

    @Test
    void exampleLooksRealistic() {
        assertThat(count("directory.people_organisation")).isBetween(40L, 60L);
        assertThat(count("directory.people_person")).isBetween(115L, 135L);
        assertThat(count("directory.people_affiliation")).isEqualTo(80);
        assertThat(count("plan.realisation")).isBetween(400L, 520L);
        assertThat(values("SELECT DISTINCT role FROM identity.role_grant"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Role.values()).map(Enum::name).toList());
    }

    @Test
    void onePlanIsClosedAndOneIsCurrent() {
        List<PlanSummary> all = annual();
        assertThat(all).extracting(PlanSummary::status).containsExactly(PlanStatus.ADOPTED, PlanStatus.CLOSED);
        assertThat(states(all.get(0)))
                .containsKeys(
                        ActionState.DONE,
                        ActionState.UNDER_WAY,
                        ActionState.TO_COME,
                        ActionState.LATE,
                        ActionState.POSTPONED);
        assertThat(states(all.get(1))).containsOnlyKeys(ActionState.DONE, ActionState.POSTPONED, ActionState.DROPPED);
    }

    @Test
    void yearContributesToDirectionsAndNextPlanIsInPreparation() {
        PlanSummary directions = asCoordinator(plans::findAll).stream()
                .filter(plan -> plan.kind() == PlanKind.DIRECTIONS)
                .findFirst()
                .orElseThrow();
        assertThat(directions.status()).isEqualTo(PlanStatus.ADOPTED);
        assertThat(count("plan.actionplan_link")).isBetween(15L, 25L);
        assertThat(asCoordinator(() -> plans.progress(directions.id())).objectives().stream()
                        .flatMap(objective -> objective.means().stream())
                        .flatMap(means -> means.actions().stream()))
                .allMatch(action -> action.evidence().done() > 0);
        assertThat(count("plan.preparation_choice")).isEqualTo(3);
    }

    private List<PlanSummary> annual() {
        return asCoordinator(plans::findAll).stream()
                .filter(plan -> plan.kind() == PlanKind.ANNUAL)
                .toList();
    }

    @Test
    void eachMeansIsInItsArea() {
        for (PlanSummary plan : annual()) {
            asCoordinator(() -> plans.progress(plan.id())).objectives().stream()
                    .flatMap(objective -> objective.means().stream())
                    .forEach(means -> assertThat(means.area())
                            .as(String.valueOf(means.code()))
                            .isEqualTo(AREAS.get(means.code())));
        }
    }

    @Test
    void filesReportOfPastYearWithPictures() {
        assertThat(count("plan.report WHERE audience = 'ANNUAL'")).isEqualTo(2);
        assertThat(count("plan.filing WHERE type = 'report'")).isEqualTo(2);
        assertThat(count("plan.realisation_document")).isBetween(8L, 20L);
    }

    @Test
    void oneNoteIsInBoardPapersAndAnotherIsBegun() {
        assertThat(count("plan.report WHERE audience = 'BOARD'")).isEqualTo(2);
        assertThat(count("plan.report_handed_in")).isOne();
        assertThat(count("outreach.assembly_paper")).isOne();
    }

    @Test
    void auditNamesTheExampleUsers() {
        assertThat(values(
                        "SELECT DISTINCT actor_label FROM platform.audit_entry WHERE table_name = 'plan.realisation'"))
                .contains("Maryse Côté-Tremblay", "Idriss Benkhelifa", "Nadège Saint-Fleur");
        assertThat(values("SELECT DISTINCT gesture FROM platform.audit_entry WHERE table_name = 'plan.realisation'"))
                .containsExactlyInAnyOrderElementsOf(List.of("""
                                realisation.enter time.save mission.return dialogue.record-act coalition.record-act
                                coalition.save-meeting
                                newsletter.record-sent newsletter.start relay.answer internship.return workshop.hold position.publish
                                urgentaction.publish assembly.record-attendance assembly.adopt-minutes
                                assembly.record-resolution exhibition.save vote.note-quorum vote.close
                                congress.report congress.record-step campaign.record-act volunteering.complete media.issue-release
                                media.save-pickup media.add-posts tool.hand-out assessment.finish subsidy.claim.send dues.enter
                                grant.send urgentaction.record-sign-on partner.refuse partner.pass-on appeal.launch""".split("\\s+")));
    }

    @Test
    void strangerRecountsTargetsAndStatesFromTheExportsAlone() {
        Words t = messages.in(Language.FRENCH, ZoneId.of("America/Toronto"));
        var realisations = table("/plan/realisation/export.csv");
        for (PlanSummary plan : asCoordinator(plans::findAll)) {
            var followed = table("/plan/actionplan/" + plan.id().value() + "/file/followed/csv");
            var exported = new ExportedPlan(followed, realisations, t);
            assertThat(exported.said()).isNotEmpty();
            assertThat(exported.recounted()).as(plan.title()).isEqualTo(exported.said());
        }
    }

    private List<Map<String, String>> table(String url) {
        try (TableReader table =
                TableReader.open(new ByteArrayInputStream(get(url).getResponse().getContentAsByteArray()))) {
            List<Map<String, String>> rows = new ArrayList<>();
            table.rows().forEachRemaining(row -> {
                Map<String, String> cells = new HashMap<>();
                for (int i = 0; i < table.head().size(); i++) {
                    cells.put(table.head().get(i), row.cell(i));
                }
                rows.add(cells);
            });
            return rows;
        }
    }

    private MvcTestResult get(String url) {
        MvcTestResult answer = browser.get()
                .uri(URI.create(url))
                .with(visitors.as(Role.COORDINATOR, Role.ADMINISTRATOR))
                .exchange();
        assertThat(answer).as(url).hasStatusOk();
        return answer;
    }

    /** One audit record for each column that the example changed, in each table with a history on a page. */
    @Test
    void noHistoryShowsIdsOrCodeWords() throws IOException {
        Set<String> words = ProgramWords.ofEnums();
        List<String> pages = new ArrayList<>(List.of("/home/settings/organisation", "/directory/consent/settings"));
        db.sql("""
                        SELECT DISTINCT ON (e.table_name, c.name) e.table_name, e.row_id
                        FROM platform.audit_entry e CROSS JOIN jsonb_object_keys(e.after) AS c (name)
                        WHERE e.operation = 'UPDATE'
                        """).query(row -> {
            String page = HISTORIES.get(row.getString("table_name"));
            if (page != null) {
                pages.add(page + row.getString("row_id"));
            }
        });
        assertThat(pages).hasSizeGreaterThan(20);
        for (String page : new TreeSet<>(pages)) {
            String history = Jsoup.parse(get(page).getResponse().getContentAsString())
                    .select(".history")
                    .text();
            assertThat(history).as(page).doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-");
            assertThat(Arrays.stream(history.split("[^A-Z_]+"))).as(page).doesNotContainAnyElementsOf(words);
        }
    }

    @Test
    void boardHasMetAndNextMeetingNeedsNotice() {
        assertThat(count("outreach.assembly_body")).isEqualTo(3);
        assertThat(count("outreach.assembly_seat")).isEqualTo(10);
        assertThat(values("SELECT state FROM outreach.assembly_meeting")).containsExactlyInAnyOrder("HELD", "PLANNED");
        assertThat(count("outreach.assembly_meeting WHERE signed_on IS NOT NULL"))
                .isOne();
        assertThat(count("outreach.assembly_resolution")).isEqualTo(6);
        assertThat(count("outreach.assembly_follow_up WHERE state = 'OPEN'")).isEqualTo(2);
    }

    @Test
    void neverCreatesExampleTwice() {
        long accounts = count("identity.account");
        assertThatThrownBy(organisation::enter)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("settings.exists"));
        assertThat(count("identity.account")).isEqualTo(accounts);
    }

    private Map<ActionState, Long> states(PlanSummary plan) {
        return asCoordinator(() -> plans.progress(plan.id())).objectives().stream()
                .flatMap(objective -> objective.means().stream())
                .flatMap(means -> means.actions().stream())
                .collect(Collectors.groupingBy(ActionProgress::state, Collectors.counting()));
    }

    private <T> T asCoordinator(Callable<T> work) {
        try {
            return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), work::call);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private long count(String table) {
        return db.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    private Set<String> values(String sql) {
        return Set.copyOf(db.sql(sql).query(String.class).list());
    }
}
