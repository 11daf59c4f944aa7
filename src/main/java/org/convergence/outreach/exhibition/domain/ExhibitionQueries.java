package org.convergence.outreach.exhibition.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.outreach.exhibition.ExhibitionPermissions;
import org.convergence.outreach.exhibition.domain.Exhibition.ConditionReport;
import org.convergence.outreach.exhibition.domain.Exhibition.ExhibitionBooking;
import org.convergence.outreach.exhibition.domain.Exhibition.ExhibitionId;
import org.convergence.plan.realisation.DayRange;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.document.Document;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads exhibitions, their bookings and condition reports. */
@Service
@Transactional(readOnly = true)
@Requires(ExhibitionPermissions.READ)
public class ExhibitionQueries {

    private static final int MOST = 200;
    private static final int MOST_BOOKINGS = 500;

    private static final String BOOKINGS = """
            SELECT b.*, o.name AS host_name FROM outreach.exhibition_booking b
            JOIN directory.people_organisation_name o ON o.id = b.host
            """;

    private final JdbcClient db;
    private final DocumentStorage documents;
    private final OrganisationSettings settings;

    ExhibitionQueries(JdbcClient db, DocumentStorage documents, OrganisationSettings settings) {
        this.db = db;
        this.documents = documents;
        this.settings = settings;
    }

    /**
     * A line of the list of exhibitions.
     *
     * @param stops the stops of its circuit, past and to come
     * @param outUntil until when it is shown, in {@code outCity}; {@code null} if it is not out
     * @param nextOn when the next stop opens; {@code null} for none
     */
    public record ExhibitionRow(
            ExhibitionId id,
            String title,
            int panels,
            int spaceMetres,
            int stops,
            @Nullable String outCity,
            @Nullable LocalDate outUntil,
            @Nullable LocalDate nextOn,
            boolean damaged) {}

    /** The exhibitions, by title. */
    public List<ExhibitionRow> findAll() {
        return db.sql("""
                        SELECT e.id, e.title, e.panels, e.space_metres, s.*
                        FROM outreach.exhibition e CROSS JOIN LATERAL (
                            SELECT count(*)::integer AS stops, max(b.city) FILTER (WHERE b.state = 'OUT') AS out_city,
                                   max(b.open_to) FILTER (WHERE b.state = 'OUT') AS out_until,
                                   min(b.open_from) FILTER (WHERE b.state IN ('RESERVED', 'CONTRACT') AND b.open_from >= :today) AS next_on,
                                   coalesce(bool_or(b.state = 'DAMAGED'), false) AS damaged
                            FROM outreach.exhibition_booking b WHERE b.exhibition = e.id
                              AND b.state IN ('RESERVED', 'CONTRACT', 'OUT', 'RETURNED', 'DAMAGED')) s
                        ORDER BY e.title, e.id LIMIT :most
                        """)
                .param("today", settings.today())
                .param("most", MOST)
                .query(RecordMapper.of(ExhibitionRow.class))
                .list();
    }

    /** @throws NotFound if there is no such exhibition */
    public Exhibition findById(ExhibitionId id) {
        return db.sql("SELECT * FROM outreach.exhibition WHERE id = ?")
                .param(id.value())
                .query(RecordMapper.of(Exhibition.class))
                .optional()
                .orElseThrow(() -> new NotFound("exhibition"));
    }

    /** The bookings of an exhibition in the order of their days, the latest 500. */
    public List<ExhibitionBooking> findBookings(ExhibitionId id) {
        return db.sql("SELECT * FROM (" + BOOKINGS
                        + "WHERE b.exhibition = ? ORDER BY b.open_from DESC LIMIT ?) last ORDER BY open_from, id")
                .params(id.value(), MOST_BOOKINGS)
                .query(RecordMapper.of(ExhibitionBooking.class))
                .list();
    }

    /** @throws NotFound if there is no such booking */
    public ExhibitionBooking findBooking(UUID id) {
        return db.sql(BOOKINGS + "WHERE b.id = ?")
                .param(id)
                .query(RecordMapper.of(ExhibitionBooking.class))
                .optional()
                .orElseThrow(() -> new NotFound("exhibition"));
    }

    /**
     * The first day on which a booking may open, on or after its own; equal to its own if its days are free.
     *
     * @param booking {@code null} for a new one
     */
    public LocalDate findFirstOpening(Exhibition exhibition, @Nullable UUID booking, DayRange wanted) {
        List<DayRange> taken = findBookings(exhibition.id()).stream()
                .filter(each -> each.state().isStop() && !each.id().equals(booking))
                .map(ExhibitionBooking::held)
                .toList();
        return ExhibitionPolicy.firstOpening(taken, exhibition.travel(), wanted, settings.today());
    }

    /** The condition reports of a booking: before packing, then after unpacking. */
    public List<ConditionReport> findReports(UUID booking) {
        return db.sql("""
                        SELECT r.*,
                               array(SELECT p.document FROM outreach.exhibition_photograph p
                                     WHERE p.report = r.id ORDER BY p.document) AS photographs,
                               (SELECT coalesce(jsonb_agg(jsonb_build_object('panel', d.panel, 'damage', d.damage)
                                                          ORDER BY d.panel), '[]')
                                FROM outreach.exhibition_damage d WHERE d.report = r.id) AS damage
                        FROM outreach.exhibition_report r WHERE r.booking = ? ORDER BY r.moment
                        """)
                .param(booking)
                .query(RecordMapper.of(ConditionReport.class))
                .list();
    }

    /** The photographs of reports that are still there. */
    public Map<DocumentId, Document> findPhotographs(List<ConditionReport> reports) {
        return documents.findAll(reports.stream()
                .flatMap(each -> each.photographs().stream())
                .map(DocumentId::new)
                .toList());
    }
}
