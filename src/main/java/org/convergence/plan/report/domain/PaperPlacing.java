package org.convergence.plan.report.domain;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.report.PaperDestination;
import org.convergence.plan.report.PaperDestination.Meeting;
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

/** Where a report is put among the papers of a meeting: filed, and its PDF on the agenda, in one gesture or not at all. */
@Service
@Transactional
@Requires(ReportPermissions.FILE)
public class PaperPlacing {

    private final PaperDestinations destinations;
    private final ReportDesk desk;
    private final ReportFiling filing;
    private final FiledFiles files;
    private final FiledContents contents;
    private final JdbcClient db;
    private final OrganisationSettings settings;

    PaperPlacing(
            PaperDestinations destinations,
            ReportDesk desk,
            ReportFiling filing,
            FiledFiles files,
            FiledContents contents,
            JdbcClient db,
            OrganisationSettings settings) {
        this.destinations = destinations;
        this.desk = desk;
        this.filing = filing;
        this.files = files;
        this.contents = contents;
        this.db = db;
        this.settings = settings;
    }

    /** The coming meetings in whose papers it may be put, those of the board first. */
    @Transactional(readOnly = true)
    public List<Meeting> coming() {
        return destinations.coming();
    }

    /** The meetings in whose papers a report is. */
    @Transactional(readOnly = true)
    @Requires(ReportPermissions.READ)
    public List<Meeting> of(ReportId report) {
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
     * Puts the report in the papers of a meeting, and files it first where it is not filed.
     *
     * @param decisions those asked for that are to be points of the agenda
     * @throws EditConflict where the report does not ask for one of them any more, in these words
     * @throws org.convergence.platform.database.Refused where it cannot be filed, or nothing of the meeting changes any
     *     more
     */
    public void put(ReportId id, UUID meeting, List<String> decisions) {
        desk.holdAlone(id);
        if (!desk.isFiled(id)) {
            filing.file(id);
        }
        if (!Decisions.in(contents.of(id).orElseThrow()).containsAll(decisions)) {
            throw new EditConflict(Report.TABLE, id.value(), desk.report(id).version());
        }
        byte[] pdf = files.find(id, FiledFile.Kind.PDF).orElseThrow().bytes();
        var handed = new PaperDestination.Handed(desk.report(id).title(), new ByteArrayResource(pdf), decisions);
        destinations.put(meeting, handed);
        db.sql("INSERT INTO plan.report_handed_in (report, place, handed_on) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(id.value(), meeting, settings.today())
                .update();
    }
}
