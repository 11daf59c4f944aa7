package org.convergence.plan.report.domain;

import java.time.Clock;
import java.util.Collection;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.report.BeginReportCommand;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.ReportQueries.EarlierText;
import org.convergence.plan.report.domain.StoredSection.SectionInstructions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins and writes reports, a short one in one transaction. A filed report cannot be written. */
@Service
@Transactional
@Requires(ReportPermissions.WRITE)
public class ReportDraftingService {

    private final ReportAccess reportAccess;
    private final ReportRepository reports;
    private final StoredSectionRepository sections;
    private final ActionPlans plans;
    private final Clock clock;
    private final ReportFigureService figures;

    ReportDraftingService(
            ReportAccess reportAccess,
            ReportRepository reports,
            StoredSectionRepository sections,
            ActionPlans plans,
            Clock clock,
            ReportFigureService figures) {
        this.reportAccess = reportAccess;
        this.reports = reports;
        this.sections = sections;
        this.plans = plans;
        this.clock = clock;
        this.figures = figures;
    }

    /**
     * Begins a report.
     *
     * @throws Refused if the plan already has one for the same period
     */
    public ReportId begin(BeginReportCommand what) {
        if (plans.findAll().stream().noneMatch(plan -> plan.id().equals(what.plan()))) {
            throw new NotFound("plan");
        }
        return save(Report.create(what, reportAccess.personNamed(what.responsible()), clock.instant()))
                .typedId();
    }

    /**
     * Changes the description of a report: title, period, due day, language, responsible person.
     *
     * @param version the version that the form was opened on
     */
    public void describe(ReportId id, int version, BeginReportCommand facts) {
        Report report = reportAccess.lockDraft(id);
        if (report.version() != version) {
            throw new EditConflict(Report.TABLE, report.id(), version);
        }
        save(report.withDescription(facts, reportAccess.personNamed(facts.responsible())));
    }

    /** Deletes an unfiled report with all its texts. */
    public void delete(ReportId id) {
        reports.delete(reportAccess.lockDraft(id));
    }

    /**
     * Replaces the text of a section. Saving the same text again confirms it.
     *
     * @param version the version that the form was opened on, 0 if there was none
     */
    @Transactional(label = "report.write-section")
    public void write(ReportId id, SectionRef ref, int version, String text) {
        StoredSection section = section(id, ref, version);
        if (!section.text().equals(text) || section.takenFrom() != null) {
            save(section.text(text, null), version);
        }
    }

    /**
     * Appends last year's text to the typed one, or uses it if nothing was typed; it counts as last year's until it is
     * saved.
     *
     * @param typed the text in the form
     */
    @Transactional(label = "report.take-last-year")
    public void takeLastYears(ReportId id, SectionRef ref, int version, String typed) {
        StoredSection section = section(id, ref, version);
        EarlierText earlier = reportAccess.earlierText(id, ref).orElseThrow(() -> new NotFound("earlier text"));
        String text = typed.isBlank() ? earlier.text() : typed.stripTrailing() + "\n\n" + earlier.text();
        save(section.text(text, earlier.report().value()), version);
    }

    /** Changes the instructions of a section. */
    @Transactional(label = "report.describe-section")
    public void describe(ReportId id, SectionRef ref, int version, SectionInstructions facts) {
        StoredSection section = section(id, ref, version);
        ReportShape shape = ReportShape.of(reportAccess.findById(id).audience());
        save(section.withInstructions(facts, reportAccess.personNamed(facts.responsible()), shape), version);
    }

    private StoredSection section(ReportId id, SectionRef ref, int version) {
        StoredSection section = reportAccess.findSection(reportAccess.lockDraft(id), ref);
        if (section.version() != version) {
            throw new EditConflict(StoredSection.TABLE, section.id(), version);
        }
        return section;
    }

    private void save(StoredSection section, int version) {
        try {
            sections.save(section);
        } catch (OptimisticLockingFailureException | DuplicateKeyException faster) {
            throw new EditConflict(StoredSection.TABLE, section.id(), version);
        }
    }

    private Report save(Report report) {
        try {
            return reports.save(report);
        } catch (OptimisticLockingFailureException faster) {
            throw new EditConflict(Report.TABLE, report.id(), report.version());
        } catch (DuplicateKeyException same) {
            throw new Refused("report.refused.same-period");
        }
    }

    /**
     * Saves the texts.
     *
     * @throws org.convergence.platform.database.EditConflict if another person changed one of them meanwhile
     */
    public void write(ReportId report, Collection<NoteText> texts, Collection<DelayReason> reasons) {
        texts.forEach(text -> write(report, text.section(), text.version(), text.words()));
        reasons.forEach(why -> figures.explain(report, why.action(), why.version(), why.words()));
    }

    /**
     * The text of a section.
     *
     * @param version the version shown on the page, 0 if there was none
     */
    public record NoteText(SectionRef section, int version, String words) {}

    /**
     * The explanation of a late action.
     *
     * @param version likewise
     */
    public record DelayReason(ActionId action, int version, String words) {}
}
