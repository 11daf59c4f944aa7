package org.convergence.plan.report.domain;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.filing.FiledFile.FiledFileKind;
import org.convergence.plan.filing.Filings;
import org.convergence.plan.report.PaperDestination;
import org.convergence.plan.report.PaperDestination.DestinationMeeting;
import org.convergence.plan.report.PaperDestinations;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds a report to the papers of a meeting: files it and adds its PDF to the agenda, in one transaction. */
@Service
@Transactional
@Requires(ReportPermissions.FILE)
public class PaperPlacementService {

    private final PaperDestinations destinations;
    private final ReportAccess reportAccess;
    private final ReportFilingService filing;
    private final Filings<ReportId> filings;
    private final JdbcClient db;
    private final OrganisationSettings settings;

    PaperPlacementService(
            PaperDestinations destinations,
            ReportAccess reportAccess,
            ReportFilingService filing,
            Filings<ReportId> filings,
            JdbcClient db,
            OrganisationSettings settings) {
        this.destinations = destinations;
        this.reportAccess = reportAccess;
        this.filing = filing;
        this.filings = filings;
        this.db = db;
        this.settings = settings;
    }

    /** The coming meetings that accept it, those of the board first. */
    @Transactional(readOnly = true)
    public List<DestinationMeeting> findComingMeetings() {
        return destinations.findComing();
    }

    /** The meetings whose papers include a report. */
    @Transactional(readOnly = true)
    @Requires(ReportPermissions.READ)
    public List<DestinationMeeting> findMeetings(ReportId report) {
        return db
                .sql("SELECT place FROM plan.report_handed_in WHERE report = ? ORDER BY handed_on, place")
                .param(report.value())
                .query(UUID.class)
                .list()
                .stream()
                .flatMap(place -> destinations.find(place).stream())
                .toList();
    }

    /**
     * Adds the report to the papers of a meeting; files it first if it is not filed.
     *
     * @param decisions requested decisions to be added to the agenda
     * @throws EditConflict if the report no longer requests one of them in these words
     * @throws org.convergence.platform.database.Refused if it cannot be filed, or the meeting is closed to changes
     */
    public void place(ReportId id, UUID meeting, List<String> decisions) {
        reportAccess.lockExclusively(id);
        if (!reportAccess.isFiled(id)) {
            filing.file(id);
        }
        if (!RequestedDecisions.extract(
                        Snapshot.contents(filings.find(id).orElseThrow().facts()))
                .containsAll(decisions)) {
            throw new EditConflict(
                    Report.TABLE, id.value(), reportAccess.findById(id).version());
        }
        byte[] pdf = filings.findFile(id, FiledFileKind.PDF).orElseThrow().bytes();
        var handed = new PaperDestination.MeetingPaperInput(
                reportAccess.findById(id).title(), new ByteArrayResource(pdf), decisions);
        destinations.add(meeting, handed);
        db.sql("INSERT INTO plan.report_handed_in (report, place, handed_on) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(id.value(), meeting, settings.today())
                .update();
    }
}
