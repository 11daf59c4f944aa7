package org.convergence.plan.report.domain;

import java.time.LocalDate;
import java.util.List;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reports that are due by a day. */
@Service
@Transactional(readOnly = true)
@Requires(ReportPermissions.READ)
public class DueReportQueries {

    private final JdbcClient db;

    DueReportQueries(JdbcClient db) {
        this.db = db;
    }

    /**
     * A due report.
     *
     * @param hers whether the current actor is responsible for it
     */
    public record DueReport(ReportId id, String title, LocalDate dueOn, boolean hers) {}

    /** Unfiled reports due between two days, both included; the earliest first. */
    public List<DueReport> findDueBetween(LocalDate from, LocalDate to) {
        return db.sql("""
            SELECT r.id, r.title, r.due_on, coalesce(r.responsible = CAST(:me AS uuid), false) AS hers
            FROM plan.report r
            WHERE r.due_on BETWEEN :from AND :to
              AND NOT EXISTS (SELECT FROM plan.filing_date f WHERE f.id = r.id)
            ORDER BY r.due_on, r.id
            """)
                .param("from", from)
                .param("to", to)
                .param("me", CurrentActor.get().personId())
                .query(RecordMapper.of(DueReport.class))
                .list();
    }
}
