package org.convergence.directory.exchange.domain;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.exchange.ExchangeContent;
import org.convergence.directory.exchange.ExchangeId;
import org.convergence.directory.exchange.ExchangePermissions;
import org.convergence.directory.people.ListExportLog;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OpenedRow;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.list.ListCount;
import org.convergence.platform.list.ListOrder;
import org.convergence.platform.list.ListPage;
import org.convergence.platform.list.ListQuery;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.list.SqlConditions;
import org.convergence.platform.shell.ListSlice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads one exchange with its participants, and the list, latest first. */
@Service
@Transactional(readOnly = true)
@Requires(ExchangePermissions.READ)
public class ExchangeQueries {

    private static final int EXCERPT = 160;
    private static final int CHANGES = 20;
    private static final int LATEST = 60;

    private static final String COLUMNS = """
            e.id, e.version, e.happened_on, e.channel, e.subject, left(e.body, %d) AS body, e.recorded_by,
            (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.display_name)
                                       ORDER BY p.sort_name COLLATE "fr-CA-x-icu"), '[]')
             FROM directory.exchange_person x JOIN directory.people_person_name p ON p.id = x.person
             WHERE x.exchange = e.id) AS people,
            (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', coalesce(o.short_name, o.name))
                                       ORDER BY o.name COLLATE "fr-CA-x-icu"), '[]')
             FROM directory.exchange_organisation x JOIN directory.people_organisation_name o ON o.id = x.organisation
             WHERE x.exchange = e.id) AS organisations
            """;

    private final ExchangeRepository repository;
    private final ExchangeParticipants participants;
    private final AuditTrail audit;
    private final ListExportLog listExportLog;
    private final JdbcClient db;
    private final ListQuery<ExchangeFilter, ExchangeRow> excerpts;
    private final ListQuery<ExchangeFilter, ExchangeRow> whole;

    ExchangeQueries(
            ExchangeRepository repository,
            ExchangeParticipants participants,
            AuditTrail audit,
            ListExportLog listExportLog,
            JdbcClient db) {
        this.repository = repository;
        this.participants = participants;
        this.audit = audit;
        this.listExportLog = listExportLog;
        this.db = db;
        this.excerpts = list(EXCERPT);
        this.whole = list(ExchangeContent.LONGEST_TEXT);
    }

    private ListQuery<ExchangeFilter, ExchangeRow> list(int length) {
        return new ListQuery<>(
                db,
                COLUMNS.formatted(length),
                "directory.exchange e",
                ExchangeQueries::conditions,
                List.of(ListOrder.<ExchangeRow>descending("latest")
                        .day("e.happened_on", ExchangeRow::happenedOn)
                        .id("e.id", ExchangeRow::id)),
                RecordMapper.of(ExchangeRow.class));
    }

    private static SqlConditions conditions(ExchangeFilter filter) {
        return new SqlConditions()
                .andWords("e.words", filter.words())
                .and("e.happened_on >= :from", "from", filter.from())
                .and("e.happened_on <= :to", "to", filter.to())
                .and("e.channel = :channel", "channel", filter.channel())
                .andSelective(
                        "e.id IN (SELECT exchange FROM directory.exchange_person WHERE person = :person)",
                        "person",
                        filter.person())
                .andSelective(
                        "e.id IN (SELECT exchange FROM directory.exchange_organisation WHERE organisation = :organisation)",
                        "organisation",
                        filter.organisation());
    }

    /** An exchange with its participants. */
    public record ExchangeDetails(
            ExchangeId id, int version, ExchangeContent content, UUID recordedBy, Instant recordedAt) {}

    /**
     * Reads one exchange.
     *
     * @throws NotFound where there is none
     */
    public ExchangeDetails findById(ExchangeId id) {
        Exchange exchange = repository.findById(id.value()).orElseThrow(() -> new NotFound("exchange"));
        ExchangeContent content =
                exchange.toContent(participants.people(exchange.id()), participants.organisations(exchange.id()));
        return new ExchangeDetails(id, exchange.version(), content, exchange.recordedBy(), exchange.recordedAt());
    }

    /** An exchange as it was when its form was opened. */
    public OpenedRow findOpened(ExchangeId id, int version) {
        return audit.findOpened(Exchange.TABLE, id.value(), version);
    }

    /** The latest changes of an exchange, the newest first. */
    public List<AuditEntry> changes(ExchangeId id) {
        return audit.findByRow(Exchange.TABLE, id.value(), CHANGES);
    }

    /** A page of the list, with the beginning of each text. */
    public ListPage<ExchangeRow> findPage(ListRequest<ExchangeFilter> request) {
        return excerpts.findPage(request);
    }

    /** A slice of the list without a count, with the beginning of each text. */
    public List<ExchangeRow> findExcerpts(ListRequest<ExchangeFilter> request) {
        return excerpts.findSlice(request).rows();
    }

    /** A slice of the list with whole texts, for the API. */
    public ListSlice<ExchangeRow> findSlice(ListRequest<ExchangeFilter> request) {
        return whole.findSlice(request);
    }

    /** Every exchange that matches a filter, for a file; logs the export (R-L25-15). */
    @Transactional
    public Iterator<ExchangeRow> takeOut(ExchangeFilter filter, String format) {
        ListCount count = whole.count(filter);
        listExportLog.record(format, count.atLeast(), !filter.equals(ExchangeFilter.ALL));
        return whole.iterateAll(filter, "");
    }

    /** The people of the latest exchanges, the latest first. */
    public List<PersonId> findLatestPeople(int limit) {
        return latest("person", limit).stream().map(PersonId::new).toList();
    }

    /** The organisations of the latest exchanges, the latest first. */
    public List<OrganisationId> findLatestOrganisations(int limit) {
        return latest("organisation", limit).stream().map(OrganisationId::new).toList();
    }

    private List<UUID> latest(String kind, int limit) {
        return db.sql("""
                        SELECT l.%1$s FROM (SELECT id FROM directory.exchange ORDER BY id DESC LIMIT :latest) AS e
                        JOIN directory.exchange_%1$s l ON l.exchange = e.id
                        GROUP BY l.%1$s ORDER BY max(e.id::text) DESC, l.%1$s LIMIT :limit
                        """.formatted(kind))
                .param("latest", LATEST)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }
}
