package org.convergence.plan.report.domain;

import java.time.Clock;
import java.util.UUID;
import org.convergence.plan.report.ReportId;
import org.convergence.platform.database.Refused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Creates the next edition of a report: a draft with the same contents. */
@Component
class ReportEditionService {

    private final ReportRepository reports;
    private final StoredSectionRepository sections;
    private final JdbcClient db;
    private final Clock clock;

    ReportEditionService(ReportRepository reports, StoredSectionRepository sections, JdbcClient db, Clock clock) {
        this.reports = reports;
        this.sections = sections;
        this.db = db;
        this.clock = clock;
    }

    /** @throws Refused if there is one already */
    ReportId create(Report wrong) {
        Report next;
        try {
            next = reports.save(wrong.nextEdition(clock.instant()));
        } catch (DuplicateKeyException already) {
            throw new Refused("report.refused.replaced-already");
        }
        UUID copy = next.id();
        sections.saveAll(sections.findByReport(wrong.id()).stream()
                .map(section -> section.copyTo(copy))
                .toList());
        copy(
                "INSERT INTO plan.report_gap (id, report, action, words)"
                        + " SELECT gen_random_uuid(), :next, action, words FROM plan.report_gap WHERE report = :wrong",
                wrong,
                copy);
        copy(
                "INSERT INTO plan.report_check (report, means, figures)"
                        + " SELECT :next, means, figures FROM plan.report_check WHERE report = :wrong",
                wrong,
                copy);
        copy(
                "INSERT INTO plan.report_left_out (report, realisation, reason)"
                        + " SELECT :next, realisation, reason FROM plan.report_left_out WHERE report = :wrong",
                wrong,
                copy);
        return next.typedId();
    }

    private void copy(String sql, Report wrong, UUID next) {
        db.sql(sql).param("next", next).param("wrong", wrong.id()).update();
    }
}
