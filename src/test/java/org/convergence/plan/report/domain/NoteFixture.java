package org.convergence.plan.report.domain;

import static org.convergence.plan.report.ReportFixture.as;

import java.time.LocalDate;
import java.util.Set;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.domain.MeetingService;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.BeginReportCommand;
import org.convergence.plan.report.ReportFixture;
import org.convergence.plan.report.ReportFixture.TestPlanLines;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.Reports;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A note on the last sixty days of a plan: a done, a late and a waiting action. */
abstract class NoteFixture {

    @Autowired
    ReportFixture season;

    @Autowired
    TestUsers visitors;

    @Autowired
    Reports reports;

    @Autowired
    ReportQueries reading;

    @Autowired
    FiledReportQueries filed;

    @Autowired
    PaperPlacementService papers;

    @Autowired
    ReportFilingService filing;

    @Autowired
    BoardFixture board;

    @Autowired
    MeetingFixture meetings;

    @Autowired
    MeetingService planning;

    @Autowired
    OrganisationSettings settings;

    @Autowired
    JdbcClient db;

    LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void prepareOrganisation() {
        visitors.ensureOrganisation();
        today = settings.today();
    }

    /** A plan of the current year, and a note on its last sixty days. */
    record PreparedNote(TestPlanLines lines, ReportId note) {}

    PreparedNote aNote() {
        TestPlanLines lines = season.underWay(today);
        late(lines.offer(), "FIRM");
        postponed(lines.comic(), "Personne pour dessiner avant le printemps.");
        season.workshop(
                "Atelier au cégep", today.minusDays(60), new Participations(12, 6, 1, 1, null), Set.of(lines.create()));
        season.workshop("Atelier du dernier jour", today, Participations.of(30), Set.of(lines.create()));
        season.workshop("Atelier d’avant", today.minusDays(61), Participations.of(9), Set.of(lines.create()));
        ReportId note = as(() -> reports.begin(new BeginReportCommand(
                lines.plan(), Audience.BOARD, "Note de suivi", today.minusDays(60), today, null, "fr", null)));
        return new PreparedNote(lines, note);
    }

    private void late(ActionId action, String commitment) {
        db.sql("UPDATE plan.actionplan_action SET commitment = ? WHERE id = ?")
                .params(commitment, action.value())
                .update();
        db.sql("INSERT INTO plan.actionplan_follow_up (action, window_to) VALUES (?, ?)")
                .params(action.value(), today.minusDays(10))
                .update();
    }

    private void postponed(ActionId action, String why) {
        db.sql("""
                        INSERT INTO plan.actionplan_follow_up (action, stated, stated_reason, stated_on)
                        VALUES (?, 'POSTPONED', ?, ?)
                        """).params(action.value(), why, today).update();
    }
}
