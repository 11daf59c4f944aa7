package org.convergence.education.workshop.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.convergence.education.workshop.WorkshopId;
import org.convergence.education.workshop.WorkshopPermissions;
import org.convergence.education.workshop.WorkshopRequestId;
import org.convergence.education.workshop.WorkshopSessionId;
import org.convergence.education.workshop.WorkshopSessionState;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.list.ListOrder;
import org.convergence.platform.list.ListPage;
import org.convergence.platform.list.ListQuery;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.list.SqlConditions;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads sessions for lists. */
@Service
@Transactional(readOnly = true)
@Requires(WorkshopPermissions.READ)
public class WorkshopSessionQueries {

    private final ListQuery<WorkshopSessionFilter, WorkshopSessionRow> list;

    WorkshopSessionQueries(JdbcClient db, OrganisationSettings settings) {
        this.list = new ListQuery<>(
                db,
                """
                s.id, s.state, s.day, s.begins, s.region, s.place, s.hours, s.self_led, s.people, s.notes, w.title, r.id AS request,
                coalesce(o.name, r.asker) AS asker,
                coalesce((SELECT string_agg(p.display_name, ', ' ORDER BY p.display_name)
                          FROM education.workshop_session_facilitator x
                          JOIN education.workshop_facilitator f ON f.id = x.facilitator
                          JOIN directory.people_person_name p ON p.id = f.person
                          WHERE x.session = s.id), '') AS facilitators
                """,
                """
                education.workshop_session s JOIN education.workshop w ON w.id = s.workshop
                LEFT JOIN education.workshop_request r ON r.id = s.request
                LEFT JOIN directory.people_organisation_name o ON o.id = s.organisation
                """,
                filter -> new SqlConditions()
                        .andWhether("s.state IN ('HELD', 'CANCELLED') OR s.day < :today", filter.past())
                        .with("today", settings.today())
                        .andSelective("s.workshop = :workshop", "workshop", filter.workshop())
                        .andSelective("s.request = :request", "request", filter.request()),
                List.of(
                        ListOrder.<WorkshopSessionRow>ascending("day")
                                .day("s.day", WorkshopSessionRow::day)
                                .id("s.id", WorkshopSessionRow::id),
                        ListOrder.<WorkshopSessionRow>descending("latest")
                                .day("s.day", WorkshopSessionRow::day)
                                .id("s.id", WorkshopSessionRow::id)),
                RecordMapper.of(WorkshopSessionRow.class));
    }

    /**
     * A filter of sessions.
     *
     * @param past those held, cancelled or of a past day, or those to come; {@code null} for all
     */
    public record WorkshopSessionFilter(
            @Nullable Boolean past,
            @Nullable WorkshopId workshop,
            @Nullable WorkshopRequestId request) {}

    /**
     * A session in a list.
     *
     * @param title of the workshop
     * @param asker the organisation; {@code null} for none
     * @param facilitators their names; may be empty
     */
    public record WorkshopSessionRow(
            WorkshopSessionId id,
            WorkshopSessionState state,
            LocalDate day,
            @Nullable String begins,
            @Nullable String region,
            String place,
            BigDecimal hours,
            boolean selfLed,
            @Nullable Integer people,
            String notes,
            String title,
            @Nullable WorkshopRequestId request,
            @Nullable String asker,
            String facilitators) {

        /** Whether its day is over and nobody said that it took place. */
        public boolean isToConfirm(LocalDate today) {
            return state.isAhead() && day.isBefore(today);
        }
    }

    public ListPage<WorkshopSessionRow> findPage(ListRequest<WorkshopSessionFilter> request) {
        return list.findPage(request);
    }

    /** @throws NotFound if there is no such session */
    public WorkshopSessionRow findById(WorkshopSessionId id) {
        return list.findByIds(new WorkshopSessionFilter(null, null, null), List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("session"));
    }

    /** The sessions of a request, cancelled ones among them. */
    public List<WorkshopSessionRow> findByRequest(WorkshopRequestId request) {
        return findFirst(new WorkshopSessionFilter(null, null, request));
    }

    /** The latest sessions of a workshop. */
    public List<WorkshopSessionRow> findByWorkshop(WorkshopId workshop) {
        return findFirst(new WorkshopSessionFilter(null, workshop, null));
    }

    private List<WorkshopSessionRow> findFirst(WorkshopSessionFilter filter) {
        return list.findSlice(new ListRequest<>(filter, "latest", null, 20)).rows();
    }
}
