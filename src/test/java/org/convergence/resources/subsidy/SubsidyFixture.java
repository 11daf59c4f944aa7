package org.convergence.resources.subsidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.plan.time.TimeFixture;
import org.convergence.plan.time.domain.ContractSource;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.DeadlineSource;
import org.convergence.resources.subsidy.HourClaims.ClaimedHours;
import org.convergence.resources.subsidy.domain.SubsidyProgrammeService;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.convergence.testing.UserDeadlines;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** A person with a week of approved hours across a change of the minimum wage, and the requests that claim them. */
abstract class SubsidyFixture {

    static final LocalDate MONDAY = LocalDate.of(2026, 4, 27);

    @Autowired
    Pages pages;

    @Autowired
    TestUsers visitors;

    @Autowired
    TimeFixture crew;

    @Autowired
    SubsidyProgrammeService programmes;

    @Autowired
    HourClaims hourClaims;

    @Autowired
    UserDeadlines deadlines;

    @Autowired
    OrganisationSettings settings;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient db;

    Actor coordinator = Actor.VISITOR;
    Actor worker = Actor.VISITOR;
    UUID contract = new UUID(0, 0);

    @BeforeEach
    void aWeekOfApprovedHours() {
        visitors.ensureOrganisation();
        for (String table : List.of("hour_claim", "claimed_hour", "claim_day", "claim_proof", "claim", "step")) {
            db.sql("DELETE FROM resources.subsidy_" + table).update();
        }
        db.sql("DELETE FROM resources.subsidy").update();
        db.sql("DELETE FROM resources.subsidy_programme").update();
        coordinator = crew.hire(visitors, "Maryse", "Roy", Role.COORDINATOR);
        worker = crew.hire(visitors, "Nadège", "Pierre", Role.STAFF);
        contract = crew.contract(coordinator, worker, MONDAY.minusWeeks(2), ContractSource.WAGE_SUBSIDY);
        db.sql("""
                        INSERT INTO plan.time_sheet (id, person, monday, state, saved_at, submitted_at, decided_at, decided_by, decided_name)
                        VALUES (:id, :person, :monday, 'APPROVED', now(), now(), now(), :id, 'Maryse Roy')
                        """)
                .param("id", Ids.next())
                .param("person", worker.personId())
                .param("monday", MONDAY)
                .update();
        for (int day = 0; day < 5; day++) {
            db.sql("""
                            INSERT INTO plan.time_entry (id, person, monday, day, hours, volunteer)
                            VALUES (:id, :person, :monday, :day, 7, false)
                            """)
                    .param("id", Ids.next())
                    .param("person", worker.personId())
                    .param("monday", MONDAY)
                    .param("day", MONDAY.plusDays(day))
                    .update();
        }
    }

    String programme(boolean complement) {
        assertThat(post("/resources/subsidy/programmes/new", programmeFields("100", complement)))
                .hasStatus(303);
        try {
            return CurrentActor.callAs(
                    coordinator,
                    () -> programmes.findAll().get(0).typedId().value().toString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static String[] programmeFields(String percent, boolean complement, String... more) {
        List<String> fields = new ArrayList<>(List.of(
                "name=Expérience",
                "funder=Services Québec",
                "percent=" + percent,
                "cap=MINIMUM_WAGE",
                "mostHours=40",
                "mostWeeks=30",
                "proofs=Talons de paie\nFeuilles de temps",
                "source=Guide du programme",
                "checkedOn=2026-04-01"));
        if (complement) {
            fields.add("complement=true");
        }
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }

    String[] fileFields(String programme, String... more) {
        var fields = new LinkedHashMap<String, String>();
        for (String each : List.of(
                "programme=" + programme,
                "position=Agente de mobilisation",
                "state=APPROVED",
                "person=" + worker.personId(),
                "contract=" + contract,
                "startsOn=" + MONDAY.minusWeeks(2),
                "endsOn=" + MONDAY.plusWeeks(20),
                "weeks=22",
                "hours=35",
                "wage=24",
                "charges=12")) {
            fields.put(each.split("=", 2)[0], each);
        }
        for (String each : more) {
            fields.put(each.split("=", 2)[0], each);
        }
        return fields.values().toArray(String[]::new);
    }

    String file(String programme, String... more) {
        MvcTestResult opened = post("/resources/subsidy/new", fileFields(programme, more));
        assertThat(opened).hasStatus(303);
        return String.valueOf(opened.getResponse().getRedirectedUrl());
    }

    String claim(String file, String... more) {
        String[] fields = Arrays.copyOf(more, more.length + 2);
        fields[more.length] = "from=" + MONDAY;
        fields[more.length + 1] = "to=" + MONDAY.plusDays(6);
        MvcTestResult prepared = post(file + "/claim", fields);
        assertThat(prepared).hasStatus(303);
        return String.valueOf(prepared.getResponse().getRedirectedUrl());
    }

    MvcTestResult post(String url, String... fields) {
        return pages.as(coordinator).post(url, fields);
    }

    String main(String url) {
        return text(coordinator, url);
    }

    String text(Actor reader, String url) {
        Document page = pages.as(reader).open(url);
        return page.select("main").text().replace('\u00a0', ' ');
    }

    void replace(String claimant, boolean complement, ClaimedHours hours) {
        transactions.executeWithoutResult(status -> hourClaims.replace(claimant, complement, List.of(hours)));
    }

    List<String> due(LocalDate today) {
        return deadlines.find(coordinator, "resources.subsidy/", today, today.plusDays(10)).stream()
                .map(DeadlineSource.Deadline::what)
                .toList();
    }
}
