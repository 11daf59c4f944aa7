package org.convergence.resources.spending.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.spending.FinancialReportId;
import org.convergence.resources.spending.SpendingPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes and ends the links by which funders open filed reports. Only the hash of a secret is stored (R-LINK-3). */
@Service
@Transactional
@Requires(SpendingPermissions.RECORD)
public class FunderLinkService {

    /** The path prefix of these links. */
    public static final String PATH = "/resources/spending/link/";

    /** The longest validity of a link, in days. */
    public static final int MOST_DAYS = 366;

    private final JdbcClient db;
    private final FinancialReportQueries queries;
    private final OrganisationSettings settings;
    private final Clock clock;
    private final String base;

    FunderLinkService(
            JdbcClient db,
            FinancialReportQueries queries,
            OrganisationSettings settings,
            Clock clock,
            @Value("${convergence.base-url}") String base) {
        this.db = db;
        this.queries = queries;
        this.settings = settings;
        this.clock = clock;
        this.base = base;
    }

    /**
     * A link.
     *
     * @param until the last day on which it opens the report
     * @param endedAt when it was ended before; {@code null} if it still opens the report
     * @param openings how often it was opened
     * @param downloads how often a voucher was downloaded
     * @param openedAt the latest opening; {@code null} for none
     */
    public record FunderLinkRow(
            UUID id,
            UUID madeBy,
            Instant madeAt,
            LocalDate until,
            @Nullable Instant endedAt,
            int openings,
            int downloads,
            @Nullable Instant openedAt) {}

    /**
     * Makes a link; its address is returned only here.
     *
     * @throws Refused if the report is not filed, or the last day is past or more than a year away
     */
    @Transactional(label = "spending.link")
    public String create(FinancialReportId report, LocalDate until) {
        if (queries.findById(report).filedOn() == null) {
            throw new Refused("spending.link.refused.not-filed");
        }
        LocalDate today = settings.today();
        if (until.isBefore(today) || until.isAfter(today.plusDays(MOST_DAYS))) {
            throw new Refused("spending.link.refused.until", today.plusDays(MOST_DAYS));
        }
        Token token = Token.random();
        db.sql("""
                        INSERT INTO resources.spending_report_link (id, report, token, made_by, made_at, until)
                        VALUES (:id, :report, :token, :by, :at, :until)
                        """)
                .param("id", Ids.next())
                .param("report", report.value())
                .param("token", token.hash())
                .param("by", CurrentActor.get().id())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("until", until)
                .update();
        return base + PATH + token.secret();
    }

    /** The links of a report until their last day, even those that were ended, the latest first. */
    @Transactional(readOnly = true)
    public List<FunderLinkRow> findByReport(FinancialReportId report) {
        return db.sql("""
                        SELECT id, made_by, made_at, until, ended_at, openings, downloads, opened_at FROM resources.spending_report_link
                        WHERE report = ? AND until >= ? ORDER BY made_at DESC, id LIMIT 50
                        """)
                .params(report.value(), settings.today())
                .query(RecordMapper.of(FunderLinkRow.class))
                .list();
    }

    /** Ends a link at once; it stays in the list until its last day. */
    @Transactional(label = "spending.link-end")
    public void revoke(FinancialReportId report, UUID link) {
        db.sql(
                        "UPDATE resources.spending_report_link SET ended_at = ? WHERE report = ? AND id = ? AND ended_at IS NULL")
                .params(clock.instant().atOffset(ZoneOffset.UTC), report.value(), link)
                .update();
    }

    /** Deletes links a week after their last day (R-L25-23). */
    @Component
    static class FunderLinkCleanup implements RecurringWork {

        private static final int DAYS = 7;

        private final JdbcClient db;
        private final OrganisationSettings settings;

        FunderLinkCleanup(JdbcClient db, OrganisationSettings settings) {
            this.db = db;
            this.settings = settings;
        }

        @Override
        public String name() {
            return "spending-sweep";
        }

        @Override
        public String cron() {
            return "0 52 4 * * *";
        }

        @Override
        public void run() {
            db.sql("DELETE FROM resources.spending_report_link WHERE until < ?")
                    .param(settings.today().minusDays(DAYS))
                    .update();
        }
    }
}
