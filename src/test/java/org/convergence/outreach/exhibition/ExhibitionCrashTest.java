package org.convergence.outreach.exhibition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.outreach.exhibition.domain.Exhibition.BookingFacts;
import org.convergence.outreach.exhibition.domain.Exhibition.ExhibitionFacts;
import org.convergence.outreach.exhibition.domain.Exhibition.ExhibitionId;
import org.convergence.outreach.exhibition.domain.Exhibition.PanelDamage;
import org.convergence.outreach.exhibition.domain.Exhibition.ReportFacts;
import org.convergence.outreach.exhibition.domain.Exhibition.ReportMoment;
import org.convergence.outreach.exhibition.domain.Exhibition.TravelDays;
import org.convergence.outreach.exhibition.domain.ExhibitionService;
import org.convergence.outreach.exhibition.domain.StopService;
import org.convergence.plan.realisation.DayRange;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.DyingDatabase;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database dies at the end of each step of a stop: nothing of it is left, and the step is done once afterwards. */
@ModuleTest
class ExhibitionCrashTest {

    private static final List<String> TABLES = List.of(
            "outreach.exhibition_booking",
            "outreach.exhibition_report",
            "outreach.exhibition_damage",
            "outreach.exhibition_photograph",
            "platform.document",
            "directory.people_organisation",
            "plan.realisation");

    @Autowired
    private ExhibitionService exhibitions;

    @Autowired
    private StopService stops;

    @Autowired
    private DocumentService documents;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private TestUsers users;

    @Autowired
    private DyingDatabase dying;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    @AfterEach
    void clear() {
        users.ensureOrganisation();
        for (String table : new String[] {"_photograph", "_damage", "_report", "_booking", ""}) {
            db.sql("DELETE FROM outreach.exhibition" + table).update();
        }
    }

    @Test
    void nothingOfAStepIsLeftAndItIsDoneOnceAfterwards() {
        LocalDate today = settings.today();
        ExhibitionId exhibition = CurrentActor.callAs(
                users.actor(Role.COORDINATOR),
                () -> exhibitions.save(
                        null, 0, new ExhibitionFacts("Mains", 24, 18_000, 40, new TravelDays(1, 2, 1), null, null)));
        DayRange open = new DayRange(today.minusDays(20), today.minusDays(5));
        Map<String, Runnable> steps = new LinkedHashMap<>();
        steps.put(
                "asked",
                () -> exhibitions.book(
                        exhibition,
                        new BookingFacts(null, "Maison des Rives", null, "Matane", "QC-01", "Mme Roy", open)));
        steps.put("checked", () -> exhibitions.check(stop(), version(), "42 m", "Fermé le soir"));
        steps.put("reserved", () -> exhibitions.reserve(stop(), version()));
        steps.put("signed", () -> exhibitions.sign(stop(), version(), today.minusDays(40), true, true));
        steps.put("transport ordered", () -> exhibitions.setTransport(stop(), today.minusDays(30)));
        steps.put("packed", () -> report(ReportMoment.DEPARTURE, today.minusDays(23), List.of()));
        steps.put("returned", () -> report(ReportMoment.RETURN, today, List.of(new PanelDamage(7, "Coin plié"))));
        steps.put("settled", () -> stops.settle(stop(), version(), today, "Panneau réimprimé"));
        steps.put("counted", () -> stops.count(stop(), version(), 120));
        steps.forEach((name, step) -> dying.takeTwice(name, TABLES, () -> as(step)));
        assertThat(db.sql("SELECT state || ' ' || people FROM outreach.exhibition_booking")
                        .query(String.class)
                        .list())
                .containsExactly("RETURNED 120");
        assertThat(count("outreach.exhibition_photograph")).isEqualTo(2);
        assertThat(count("plan.realisation WHERE source_module = 'outreach.exhibition' AND source_id = '" + stop()
                        + "'"))
                .isOne();
    }

    private void report(ReportMoment moment, LocalDate on, List<PanelDamage> damage) {
        var picture = new ClassPathResource("example/images/bajio.jpg");
        try (PreparedDocument prepared = documents.prepare(Upload.of("panneau.jpg", picture))) {
            stops.report(stop(), version(), moment, new ReportFacts(on, "L’équipe", damage), List.of(prepared));
        }
    }

    private UUID stop() {
        return db.sql("SELECT id FROM outreach.exhibition_booking")
                .query(UUID.class)
                .single();
    }

    private int version() {
        return db.sql("SELECT version FROM outreach.exhibition_booking")
                .query(Integer.class)
                .single();
    }

    private int count(String rows) {
        return db.sql("SELECT count(*) FROM " + rows).query(Integer.class).single();
    }

    private void as(Runnable step) {
        CurrentActor.runAs(users.actor(Role.COORDINATOR), step);
    }
}
