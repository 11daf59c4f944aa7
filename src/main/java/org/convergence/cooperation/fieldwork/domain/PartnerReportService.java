package org.convergence.cooperation.fieldwork.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.cooperation.fieldwork.FieldworkPermissions;
import org.convergence.cooperation.fieldwork.domain.PartnerNotes.PartnerReport;
import org.convergence.cooperation.fieldwork.domain.PartnerNotes.PartnerReportId;
import org.convergence.cooperation.partner.PartnerPromises;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.geography.Country;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Our reports to partners, from the same facts as their page (R-PART-9): drafted, read over, shown on the page. */
@Service
@Transactional
@Requires(FieldworkPermissions.FOLLOW)
public class PartnerReportService {

    /** The longest report, in characters. */
    public static final int LONGEST = 20_000;

    private final JdbcClient db;
    private final PartnerNotesReader notes;
    private final PartnerLinkRepository links;
    private final PartnerPromises promises;
    private final OrganisationSettings settings;

    PartnerReportService(
            JdbcClient db,
            PartnerNotesReader notes,
            PartnerLinkRepository links,
            PartnerPromises promises,
            OrganisationSettings settings) {
        this.db = db;
        this.notes = notes;
        this.links = links;
        this.promises = promises;
        this.settings = settings;
    }

    /** The language of a partner's page, and how its country writes numbers. */
    public record PageLanguage(String language, CountryNumbers numbers) {}

    /** Empty if the partner has no page. */
    @Transactional(readOnly = true)
    public Optional<PageLanguage> findLanguage(OrganisationId partner) {
        return links.findLatest(partner)
                .map(link -> new PageLanguage(
                        link.language(), CountryNumbers.of(new Country(link.country()), link.language())));
    }

    /** The facts of a period, for a draft in a language. */
    @Transactional(readOnly = true)
    public PartnerNotes findFacts(OrganisationId partner, LocalDate from, LocalDate to, String language) {
        return notes.findPeriod(partner, from, to, language);
    }

    /** Our reports to a partner, the latest first. */
    @Transactional(readOnly = true)
    public List<PartnerReport> findByPartner(OrganisationId partner) {
        return notes.findReports(partner);
    }

    /** @throws NotFound if there is no such report */
    @Transactional(readOnly = true)
    public PartnerReport findById(PartnerReportId id) {
        return notes.findReport(id).orElseThrow(() -> new NotFound("report"));
    }

    /** Something that we owe a partner. */
    public record OpenPromise(UUID id, String what, LocalDate dueOn) {}

    @Transactional(readOnly = true)
    public List<OpenPromise> findOpenPromises(OrganisationId partner) {
        return db.sql("""
                        SELECT id, what, due_on FROM cooperation.partner_promise
                        WHERE organisation = ? AND done_on IS NULL ORDER BY due_on, id LIMIT 50
                        """)
                .param(partner.value())
                .query(RecordMapper.of(OpenPromise.class))
                .list();
    }

    /**
     * Shows a report on the partner's page.
     *
     * @param body 1 to 20,000 characters, in the language of the page
     * @param promise that it keeps; {@code null} for none
     * @throws Refused if the partner has no page
     */
    @Transactional(label = "fieldwork.show-report")
    public PartnerReportId show(
            OrganisationId partner, LocalDate from, LocalDate to, String body, @Nullable UUID promise) {
        if (links.findLatest(partner).isEmpty()) {
            throw new Refused("fieldwork.refused.no-page");
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("organisation", partner);
        values.put("period_from", from);
        values.put("period_to", to);
        values.put("body", body);
        values.put("shown_on", settings.today());
        values.put("promise", promise != null && promises.keep(partner, promise) ? promise : null);
        return new PartnerReportId(VersionedRow.insert(db, PartnerNotesReader.REPORT_TABLE, values));
    }

    /** Corrects the text of a report, which the partner reads as it is now. */
    @Transactional(label = "fieldwork.correct-report")
    public void correct(PartnerReportId id, int version, String body) {
        VersionedRow.save(db, PartnerNotesReader.REPORT_TABLE, id, version, Map.of("body", body));
    }

    private record RemovedReport(@Nullable UUID promise, LocalDate shownOn) {}

    /**
     * Takes a report off the partner's page. The promise that it kept is open again.
     *
     * @return whether there is such a promise
     */
    @Transactional(label = "fieldwork.remove-report")
    public boolean remove(PartnerReportId id) {
        return db.sql("DELETE FROM cooperation.fieldwork_report WHERE id = ? RETURNING promise, shown_on")
                .param(id.value())
                .query(RecordMapper.of(RemovedReport.class))
                .optional()
                .filter(it -> it.promise() != null && promises.reopen(it.promise(), it.shownOn()))
                .isPresent();
    }
}
