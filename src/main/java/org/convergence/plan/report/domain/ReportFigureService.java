package org.convergence.plan.report.domain;

import java.util.Optional;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Explains and confirms the figures of a report, and leaves realisations out of it. */
@Service
@Transactional
@Requires(ReportPermissions.WRITE)
public class ReportFigureService {

    private static final String GAP = "plan.report_gap";

    private final ReportAccess reportAccess;
    private final ReportDraftReader drafts;
    private final JdbcClient db;

    ReportFigureService(ReportAccess reportAccess, ReportDraftReader drafts, JdbcClient db) {
        this.reportAccess = reportAccess;
        this.drafts = drafts;
        this.db = db;
    }

    /** The explanation of a gap with its version; version 0 and an empty text if there is none. */
    public record GapExplanation(UUID id, int version, String words) {

        /** No explanation. */
        static final GapExplanation NONE = new GapExplanation(new UUID(0, 0), 0, "");
    }

    /** The explanation of an action's gap. */
    @Transactional(readOnly = true)
    @Requires(ReportPermissions.READ)
    public GapExplanation findExplanation(ReportId report, ActionId action) {
        return find(report, action).orElse(GapExplanation.NONE);
    }

    /**
     * Explains why a target was missed or exceeded; an empty text removes the explanation.
     *
     * @param version the version shown in the form, 0 if there was none
     */
    public void explain(ReportId report, ActionId action, int version, String words) {
        reportAccess.lockDraft(report);
        GapExplanation before = find(report, action).orElse(null);
        if ((before == null ? 0 : before.version()) != version) {
            throw new EditConflict(GAP, before == null ? action.value() : before.id(), version);
        }
        int done;
        if (before == null) {
            done = words.isBlank() ? 1 : insert(report, action, words);
        } else if (words.isBlank()) {
            done = db.sql("DELETE FROM plan.report_gap WHERE id = ? AND version = ?")
                    .params(before.id(), version)
                    .update();
        } else {
            done = db.sql("UPDATE plan.report_gap SET words = ?, version = version + 1 WHERE id = ? AND version = ?")
                    .params(words, before.id(), version)
                    .update();
        }
        if (done == 0) {
            throw new EditConflict(GAP, before == null ? action.value() : before.id(), version);
        }
    }

    /** Confirms the current figures of a means. */
    public void confirm(ReportId report, MeansId means) {
        ReportDraft draft = drafts.read(reportAccess.lockDraft(report));
        db.sql("""
            INSERT INTO plan.report_check (report, means, figures) VALUES (:report, :means, :figures)
            ON CONFLICT (report, means) DO UPDATE SET figures = excluded.figures
            """)
                .param("report", report.value())
                .param("means", means.value())
                .param("figures", ReportSectionPolicy.figuresOf(draft.contents().factsServing(means.value())))
                .update();
    }

    /** Withdraws the confirmation of the figures. */
    public void withdrawConfirmation(ReportId report, MeansId means) {
        reportAccess.lockDraft(report);
        db.sql("DELETE FROM plan.report_check WHERE report = ? AND means = ?")
                .params(report.value(), means.value())
                .update();
    }

    /**
     * Leaves a realisation out of a report and all its figures.
     *
     * @param reason why, 1 to 2,000 characters
     */
    public void leaveOut(ReportId report, RealisationId realisation, String reason) {
        ReportDraft draft = drafts.read(reportAccess.lockDraft(report));
        if (draft.contents().facts().stream().noneMatch(fact -> fact.id().equals(realisation.value()))
                && draft.leftOut().stream().noneMatch(each -> each.id().equals(realisation.value()))) {
            throw new NotFound("realisation");
        }
        db.sql("""
            INSERT INTO plan.report_left_out (report, realisation, reason) VALUES (?, ?, ?)
            ON CONFLICT (report, realisation) DO UPDATE SET reason = excluded.reason
            """).params(report.value(), realisation.value(), reason).update();
    }

    /** Includes it again. */
    public void includeAgain(ReportId report, RealisationId realisation) {
        reportAccess.lockDraft(report);
        db.sql("DELETE FROM plan.report_left_out WHERE report = ? AND realisation = ?")
                .params(report.value(), realisation.value())
                .update();
    }

    private Optional<GapExplanation> find(ReportId report, ActionId action) {
        return db.sql("SELECT id, version, words FROM plan.report_gap WHERE report = ? AND action = ?")
                .params(report.value(), action.value())
                .query(RecordMapper.of(GapExplanation.class))
                .optional();
    }

    private int insert(ReportId report, ActionId action, String words) {
        return db.sql("""
            INSERT INTO plan.report_gap (id, version, report, action, words) VALUES (?, 1, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """)
                .params(Ids.next(), report.value(), action.value(), words)
                .update();
    }
}
