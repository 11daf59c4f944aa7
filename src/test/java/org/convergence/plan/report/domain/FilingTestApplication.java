package org.convergence.plan.report.domain;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import org.convergence.Convergence;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.BeginReportCommand;
import org.convergence.plan.report.ReportFixture;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.Reports;
import org.convergence.plan.report.SectionRef;
import org.convergence.platform.settings.OrganisationProfile;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Starts the application and files a report of many realisations; creates it first if it is missing. */
final class FilingTestApplication {

    private static final int REALISATIONS = 4_000;

    private FilingTestApplication() {}

    public static void main(String[] arguments) {
        ApplicationContext application = SpringApplication.run(Convergence.class, arguments);
        ReportQueries reading = application.getBean(ReportQueries.class);
        ReportFixture.run(() -> {
            ReportId report = reading.findAll().stream()
                    .findFirst()
                    .map(ReportQueries.ReportSummary::id)
                    .orElseGet(() -> written(application));
            if (reading.findById(report).filedOn() == null) {
                System.out.println("report written");
                application.getBean(Reports.class).file(report);
            }
            System.out.println("report filed");
        });
    }

    private static ReportId written(ApplicationContext application) {
        application
                .getBean(OrganisationSettings.class)
                .create(new OrganisationProfile(
                        "Solidarité en partage",
                        List.of("fr"),
                        ZoneId.of("America/Toronto"),
                        MonthDay.of(4, 1),
                        "QC-06"));
        ReportFixture.TestPlanLines lines =
                application.getBean(ReportFixture.class).plan(2025);
        LocalDate day = LocalDate.of(2025, 5, 2);
        application
                .getBean(JdbcClient.class)
                .sql("""
                        WITH made AS (
                            INSERT INTO plan.realisation (id, state, title, kind, starts_on, ends_on, recorded_by, recorded_at)
                            SELECT gen_random_uuid(), 'DONE', 'Article ' || n, 'PUBLICATION', :day, :day,
                                   gen_random_uuid(), now() FROM generate_series(1, :many) n RETURNING id)
                        INSERT INTO plan.realisation_served (realisation, action) SELECT id, :action FROM made
                        """)
                .param("day", day)
                .param("many", REALISATIONS)
                .param("action", lines.offer().value())
                .update();
        Reports reports = application.getBean(Reports.class);
        ReportId report = reports.begin(new BeginReportCommand(
                lines.plan(), Audience.ANNUAL, "Rapport", lines.from(), lines.to(), null, "fr", null));
        for (SectionRef section :
                List.of(SectionRef.FOREWORD, SectionRef.of(lines.workshops()), SectionRef.of(lines.tools()))) {
            reports.write(report, section, "Un texte.");
        }
        return report;
    }
}
