package org.convergence.education.workshop.web;

import org.convergence.education.workshop.WorkshopPermissions;
import org.convergence.education.workshop.WorkshopRequestId;
import org.convergence.education.workshop.WorkshopSessionId;
import org.convergence.education.workshop.domain.UntoldFacilitator;
import org.convergence.education.workshop.domain.WorkshopRequestQueries;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.RequiresToAct;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/**
 * Requests to answer by the promised day, offers that wait for the asker, sessions to record as held, answers to
 * tell, and facilitators who do not know what is so, from two weeks before their session.
 */
@Component
@Requires(WorkshopPermissions.READ)
@RequiresToAct(WorkshopPermissions.EDIT)
class WorkshopDueWork implements DueWorkSource {

    private static final int DAYS_BEFORE_SESSION = 14;

    private final OrganisationSettings settings;

    WorkshopDueWork(OrganisationSettings settings) {
        this.settings = settings;
    }

    /** Facilitators are told nothing once the day of their session is over. */
    @Override
    public boolean isFor(DueWorkRow row) {
        return !row.kind().equals("FACILITATORS")
                || !row.dueOn().plusDays(DAYS_BEFORE_SESSION).isBefore(settings.today());
    }

    @Override
    public String sql() {
        return """
                SELECT CASE r.kind WHEN 'COPIES' THEN 'COPIES' ELSE 'ANSWER' END AS kind, r.id, r.id AS subject, r.promised_on AS due_on, 'SET' AS day_kind, r.responsible AS owner,
                       'OURS' AS place, o.name AS title,
                       coalesce(w.title, r.order_copies::text) AS detail
                FROM education.workshop_request r
                LEFT JOIN directory.people_organisation_name o ON o.id = r.organisation
                LEFT JOIN education.workshop w ON w.id = r.workshop
                WHERE r.answered_on IS NULL
                UNION ALL
                SELECT 'OFFER', s.id, s.request, s.day, 'SET', r.responsible, 'OTHERS', w.title, o.name
                FROM education.workshop_session s JOIN education.workshop_request r ON r.id = s.request
                JOIN education.workshop w ON w.id = s.workshop
                LEFT JOIN directory.people_organisation_name o ON o.id = r.organisation
                WHERE s.state = 'OFFERED'
                UNION ALL
                SELECT 'SESSION', s.id, s.id, s.day, 'SET', r.responsible, 'OURS', w.title, o.name
                FROM education.workshop_session s JOIN education.workshop w ON w.id = s.workshop
                LEFT JOIN education.workshop_request r ON r.id = s.request
                LEFT JOIN directory.people_organisation_name o ON o.id = s.organisation
                WHERE s.state = 'PLANNED'
                UNION ALL
                SELECT DISTINCT 'FACILITATORS', s.id, s.id, s.day - 14, 'PROPOSED', r.responsible, 'OURS', w.title, o.name
                FROM (""" + UntoldFacilitator.SQL + """
                ) AS u JOIN education.workshop_session s ON s.id = u.session JOIN education.workshop w ON w.id = s.workshop
                LEFT JOIN education.workshop_request r ON r.id = s.request
                LEFT JOIN directory.people_organisation_name o ON o.id = s.organisation
                UNION ALL
                SELECT 'UNTOLD', r.id, r.id, r.answered_on, 'SINCE', r.responsible, 'OURS', coalesce(o.name, ''), r.state
                FROM education.workshop_request r
                LEFT JOIN directory.people_organisation_name o ON o.id = r.organisation
                WHERE r.answered_on IS NOT NULL AND\s""" + WorkshopRequestQueries.UNTOLD;
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        String key = "education.workshop/" + row.id();
        String title = row.title() == null ? "" : row.title();
        return switch (row.kind()) {
            case "ANSWER" ->
                new DueWork(
                        key,
                        title.isEmpty() ? t.say("workshop.due.answer.unknown") : t.say("workshop.due.answer", title),
                        WorkshopPage.url(new WorkshopRequestId(row.subject())),
                        row.detail());
            case "COPIES" ->
                new DueWork(
                        key,
                        t.say("workshop.due.copies", String.valueOf(row.detail())),
                        WorkshopPage.url(new WorkshopRequestId(row.subject())),
                        row.title());
            case "OFFER" ->
                new DueWork(
                        key,
                        t.say("workshop.due.offer", title),
                        WorkshopPage.url(new WorkshopRequestId(row.subject())),
                        row.detail());
            case "UNTOLD" ->
                new DueWork(
                        key + "/told",
                        t.say("workshop.due.untold." + row.detail(), title),
                        WorkshopPage.url(new WorkshopRequestId(row.subject())),
                        null);
            case "FACILITATORS" ->
                new DueWork(
                        key + "/facilitators",
                        t.say("workshop.due.facilitators", title),
                        WorkshopPage.url(new WorkshopSessionId(row.id())),
                        row.detail());
            default ->
                new DueWork(
                        key,
                        t.say("workshop.due.session", title),
                        WorkshopPage.url(new WorkshopSessionId(row.id())),
                        row.detail());
        };
    }
}
