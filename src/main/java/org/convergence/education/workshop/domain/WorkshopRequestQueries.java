package org.convergence.education.workshop.domain;

import java.time.LocalDate;
import java.util.List;
import org.convergence.education.workshop.WorkshopPermissions;
import org.convergence.education.workshop.WorkshopRequestId;
import org.convergence.education.workshop.WorkshopRequestKind;
import org.convergence.education.workshop.WorkshopRequestState;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.list.ListOrder;
import org.convergence.platform.list.ListPage;
import org.convergence.platform.list.ListQuery;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.list.SqlConditions;
import org.convergence.platform.mail.LetterStatusService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads requests for their list. */
@Service
@Transactional(readOnly = true)
@Requires(WorkshopPermissions.READ)
public class WorkshopRequestQueries {

    /** A condition on the request {@code r}: the group was told neither the refusal nor the date still to come. */
    public static final String UNTOLD = """
            (r.state = 'REFUSED' OR EXISTS (SELECT FROM education.workshop_session s
                                            WHERE s.request = r.id AND s.state IN ('OFFERED', 'PLANNED')))
            AND\s""" + LetterStatusService.untold("r.id", "r.contact_mail", """
            l.matter = 'workshop_request' AND (l.purpose = 'workshop_refused') = (r.state = 'REFUSED')
            AND l.purpose IN ('workshop_refused', 'workshop_offered', 'workshop_scheduled', 'workshop_moved')""");

    private final JdbcClient db;
    private final ListQuery<WorkshopRequestFilter, WorkshopRequestRow> list;

    WorkshopRequestQueries(JdbcClient db) {
        this.db = db;
        this.list = new ListQuery<>(
                db,
                """
                r.id, r.kind, r.state, coalesce(o.name, r.asker) AS asker, r.people, r.received_on, r.promised_on,
                w.title AS workshop, u.display_name AS responsible
                """,
                """
                education.workshop_request r
                LEFT JOIN education.workshop w ON w.id = r.workshop
                LEFT JOIN directory.people_organisation_name o ON o.id = r.organisation
                LEFT JOIN directory.people_person_name u ON u.id = r.responsible
                """,
                filter -> new SqlConditions()
                        .andPassage("r.search_form", filter.words())
                        .andWhether("r.answered_on IS NOT NULL", filter.answered())
                        .and("r.kind = :kind", "kind", filter.kind()),
                List.of(
                        ListOrder.<WorkshopRequestRow>ascending("promised")
                                .day("r.promised_on", WorkshopRequestRow::promisedOn)
                                .id("r.id", WorkshopRequestRow::id),
                        ListOrder.<WorkshopRequestRow>descending("latest")
                                .day("r.received_on", WorkshopRequestRow::receivedOn)
                                .id("r.id", WorkshopRequestRow::id)),
                RecordMapper.of(WorkshopRequestRow.class));
    }

    /**
     * A filter of requests.
     *
     * @param words in the name of the asker; may be empty
     * @param answered those that are answered, or those that are not; {@code null} for all
     */
    public record WorkshopRequestFilter(
            String words,
            @Nullable Boolean answered,
            @Nullable WorkshopRequestKind kind) {}

    /** A request in the list. */
    public record WorkshopRequestRow(
            WorkshopRequestId id,
            WorkshopRequestKind kind,
            WorkshopRequestState state,
            String asker,
            @Nullable Integer people,
            LocalDate receivedOn,
            LocalDate promisedOn,
            @Nullable String workshop,
            @Nullable String responsible) {

        /** Whether our answer is late. */
        public boolean isLate(LocalDate today) {
            return state.isOpen() && promisedOn.isBefore(today);
        }
    }

    public ListPage<WorkshopRequestRow> findPage(ListRequest<WorkshopRequestFilter> request) {
        return list.findPage(request);
    }

    /** @throws NotFound if there is no such request */
    public WorkshopRequestRow findById(WorkshopRequestId id) {
        return list.findByIds(new WorkshopRequestFilter("", null, null), List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("request"));
    }

    /** Whether the group is to be told our answer otherwise than by mail. */
    public boolean isUntold(WorkshopRequestId id) {
        return db.sql("SELECT EXISTS (SELECT FROM education.workshop_request r WHERE r.id = ? AND " + UNTOLD + ")")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    /** The latest requests whose asker's name has these words. */
    public List<WorkshopRequestRow> findFirst(String words, int limit) {
        return list.findSlice(new ListRequest<>(new WorkshopRequestFilter(words, null, null), "latest", null, limit))
                .rows();
    }
}
