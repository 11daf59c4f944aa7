package org.convergence.cooperation.narrative.domain;

import java.time.LocalDate;
import org.convergence.cooperation.narrative.NarrativePermissions;
import org.convergence.cooperation.narrative.NarrativeReportId;
import org.convergence.cooperation.narrative.domain.NarrativeQueries.NarrativeRow;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.grant.AgreementDeliverables;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes on which day and how people handed a filed report in, and its deliverable with it. */
@Service
@Transactional
@Requires(NarrativePermissions.EDIT)
public class NarrativeHandInService {

    private final JdbcClient db;
    private final NarrativeQueries queries;
    private final AgreementDeliverables deliverables;
    private final OrganisationSettings settings;

    NarrativeHandInService(
            JdbcClient db,
            NarrativeQueries queries,
            AgreementDeliverables deliverables,
            OrganisationSettings settings) {
        this.db = db;
        this.queries = queries;
        this.deliverables = deliverables;
        this.settings = settings;
    }

    /**
     * Notes that a report was handed in.
     *
     * @param how the way, such as the portal of the funder
     * @throws Refused if it is not filed, or the day is in the future or before its filing
     */
    @Transactional(label = "narrative.hand-in")
    public void handIn(NarrativeReportId id, int version, LocalDate on, String how) {
        NarrativeRow row = lock(id);
        LocalDate filed = row.filedOn();
        if (row.version() != version) {
            throw new EditConflict(NarrativeReportService.TABLE, id.value(), version);
        }
        if (filed == null) {
            throw new Refused("narrative.refused.state." + row.state());
        }
        if (on.isAfter(settings.today()) || on.isBefore(filed)) {
            throw new Refused("narrative.refused.handed", filed);
        }
        save(id, on, how);
        if (row.due() != null) {
            deliverables.markHandedIn(row.due(), on);
        }
    }

    /** Takes {@link #handIn} back. */
    @Transactional(label = "narrative.undo-hand-in")
    public void undoHandIn(NarrativeReportId id) {
        NarrativeRow row = lock(id);
        save(id, null, "");
        if (row.due() != null && row.handedOn() != null) {
            deliverables.undoHandedIn(row.due(), row.handedOn());
        }
    }

    private NarrativeRow lock(NarrativeReportId id) {
        NarrativeReportService.hold(db, id, "FOR UPDATE");
        return queries.findById(id);
    }

    private void save(NarrativeReportId id, @Nullable LocalDate on, String how) {
        db.sql("""
                        UPDATE cooperation.narrative_report
                        SET handed_on = CAST(:on AS date), handed_how = :how, version = version + 1 WHERE id = :id
                        """).param("on", on).param("how", how).param("id", id.value()).update();
    }
}
