package org.convergence.cooperation.partner.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.convergence.cooperation.partner.PartnerPermissions;
import org.convergence.cooperation.partner.domain.PartnerRequestQueries.PartnerRequestRow;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectOpener;
import org.convergence.cooperation.project.ProjectRole;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.WorkRecorder;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records, weighs and answers what partners ask. */
@Service
@Transactional
@Requires(PartnerPermissions.FOLLOW)
public class PartnerRequestService {

    static final String TABLE = "cooperation.partner_request";

    /** An answer is promised within this many days, unless another day is said. */
    public static final int USUAL_DAYS = 21;

    private final JdbcClient db;
    private final PartnerRequestQueries queries;
    private final PartnerService partners;
    private final ProjectOpener projects;
    private final WorkRecorder work;
    private final OrganisationSettings settings;

    PartnerRequestService(
            JdbcClient db,
            PartnerRequestQueries queries,
            PartnerService partners,
            ProjectOpener projects,
            WorkRecorder work,
            OrganisationSettings settings) {
        this.db = db;
        this.queries = queries;
        this.partners = partners;
        this.projects = projects;
        this.work = work;
        this.settings = settings;
    }

    /**
     * Records a request.
     *
     * @throws Refused if it came after today
     */
    @Transactional(label = "partner.receive")
    public PartnerRequestId receive(Party from, PartnerRequestFacts facts) {
        requireReceived(facts);
        Map<String, @Nullable Object> values = VersionedRow.values(facts);
        values.put("organisation", from.organisation());
        values.put("person", from.person());
        values.put("state", PartnerRequestState.OPEN);
        return new PartnerRequestId(VersionedRow.insert(db, TABLE, values));
    }

    /**
     * Sets aside what came by the form and is no request.
     *
     * @throws Refused if it is answered already, or did not come by the form
     */
    @Transactional(label = "partner.discard")
    public void discard(PartnerRequestId id) {
        int discarded = db.sql("""
                        UPDATE cooperation.partner_request
                        SET state = 'DISCARDED', answered_on = :today, told_on = :today, version = version + 1
                        WHERE id = :id AND state = 'OPEN' AND asker <> ''
                        """)
                .param("today", settings.today())
                .param("id", id.value())
                .update();
        if (discarded == 0) {
            throw new Refused("partner.refused.answered");
        }
    }

    private void requireReceived(PartnerRequestFacts facts) {
        if (facts.receivedOn().isAfter(settings.today())) {
            throw new Refused("partner.refused.future");
        }
    }

    /**
     * Weighs or corrects a request.
     *
     * @param version the version on which the form was opened
     * @param from the party that asks, where it was not known; {@code null} leaves it
     * @throws EditConflict if it was changed meanwhile
     */
    @Transactional(label = "partner.weigh")
    public void correct(PartnerRequestId id, int version, PartnerRequestFacts facts, @Nullable Party from) {
        requireReceived(facts);
        Map<String, @Nullable Object> values = VersionedRow.values(facts);
        if (from != null) {
            values.put("organisation", from.organisation());
            values.put("person", from.person());
        }
        VersionedRow.save(db, TABLE, id, version, values);
    }

    /**
     * Answers yes: the request becomes a project with the partner who asked, which is followed from now on. The person who
     * answered leads it.
     *
     * @param summary of the project, in at most 4,000 characters; may be empty
     * @param reply the text for the partner, in at most 4,000 characters; may be empty
     * @throws Refused if it is answered already
     */
    @Transactional(label = "partner.accept")
    public ProjectId accept(PartnerRequestId id, int version, ProjectRole role, String summary, String reply) {
        PartnerRequestRow request = lockOpen(id, version);
        ProjectId project = projects.open(request.title(), role, summary, request.responsible(), request.party());
        Party party = request.party();
        if (party != null) {
            partners.follow(party);
        }
        answer(id, PartnerRequestState.PROJECT, "", reply, project);
        return project;
    }

    /**
     * Answers that the request goes on elsewhere.
     *
     * @param where at most 1,000 characters; empty only if it becomes something
     * @param lead what it becomes; {@code null} for none of these
     * @param reply the text for the partner, in at most 4,000 characters; may be empty
     * @throws Refused if it is answered already
     */
    @Transactional(label = "partner.pass-on")
    public void passOn(PartnerRequestId id, int version, String where, @Nullable RequestLead lead, String reply) {
        lockOpen(id, version);
        answer(id, PartnerRequestState.ELSEWHERE, where, reply, null);
        if (lead != null) {
            db.sql("UPDATE cooperation.partner_request SET leads_to = ? WHERE id = ?")
                    .params(lead.name(), id.value())
                    .update();
        }
    }

    /**
     * Refuses a request.
     *
     * @param reason 1 to 1,000 characters
     * @param reply the text for the partner, in at most 4,000 characters; may be empty
     * @throws Refused if it is answered already
     */
    @Transactional(label = "partner.refuse")
    public void refuse(PartnerRequestId id, int version, String reason, String reply) {
        lockOpen(id, version);
        answer(id, PartnerRequestState.REFUSED, reason, reply, null);
    }

    /**
     * Notes that our answer was told to the partner.
     *
     * @throws Refused if the request is not answered, or it is noted already
     */
    @Transactional(label = "partner.tell")
    public void markTold(PartnerRequestId id) {
        int told = db.sql("""
                        UPDATE cooperation.partner_request SET told_on = ?, version = version + 1
                        WHERE id = ? AND answered_on IS NOT NULL AND told_on IS NULL
                        """).params(settings.today(), id.value()).update();
        if (told == 0) {
            throw new Refused("partner.refused.told");
        }
    }

    /**
     * Opens an answered request again.
     *
     * @throws Refused if it became a project, an application or an appeal
     */
    @Transactional(label = "partner.reopen")
    public void reopen(PartnerRequestId id) {
        int opened = db.sql("""
                        UPDATE cooperation.partner_request SET state = 'OPEN', answered_on = NULL, told_on = NULL, leads_to = NULL, version = version + 1
                        WHERE id = ? AND state IN ('ELSEWHERE', 'REFUSED', 'DISCARDED') AND lead_url IS NULL
                        """).param(id.value()).update();
        if (opened == 0) {
            throw new Refused("partner.refused.project");
        }
        work.withdraw(source(id));
    }

    private PartnerRequestRow lockOpen(PartnerRequestId id, int version) {
        db.sql("SELECT id FROM cooperation.partner_request WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(UUID.class)
                .optional();
        PartnerRequestRow request = queries.findById(id);
        if (request.state() != PartnerRequestState.OPEN) {
            throw new Refused("partner.refused.answered");
        }
        OptimisticLock.requireSameVersion(TABLE, id.value(), version, request.version());
        return request;
    }

    private void answer(
            PartnerRequestId id, PartnerRequestState state, String reason, String reply, @Nullable ProjectId project) {
        db.sql("""
                        UPDATE cooperation.partner_request
                        SET state = :state, answered_on = :today, reason = :reason, reply = :reply, project = :project,
                            version = version + 1
                        WHERE id = :id
                        """)
                .param("state", state.name())
                .param("today", settings.today())
                .param("reason", reason)
                .param("reply", reply)
                .param("project", project == null ? null : project.value())
                .param("id", id.value())
                .update();
        work.record(source(id), RealisationKind.OTHER, settings.today(), "partner.realisation");
    }

    /** The answer is work done; its title names neither the partner nor what is asked. */
    private static RealisationSource source(PartnerRequestId id) {
        String value = id.value().toString();
        return new RealisationSource("cooperation.partner", "request", value, "/cooperation/partner/requests/" + value);
    }

    /** What became of a request. */
    public enum PartnerRequestState {
        /** It waits for our answer. */
        OPEN(Tone.ACTIVE),
        /** It became a project. */
        PROJECT(Tone.OK),
        /** It goes on as an application, an appeal, or a support to what others run. */
        ELSEWHERE(Tone.OK),
        REFUSED(Tone.REST),
        /** It came by the form and is no request. */
        DISCARDED(Tone.REST);

        private final Tone tone;

        PartnerRequestState(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** The message key of its name. */
        public String key() {
            return "partner.request.state." + name();
        }
    }

    /**
     * What a partner asks, and how it is weighed. The texts but the title may be empty.
     *
     * @param title what is asked, in 1 to 300 characters
     * @param details at most 4,000 characters
     * @param channel how it came
     * @param promisedOn the day by which we promised to answer, not before it came
     * @param responsible the person who answers
     * @param needs at most 1,000 characters, as the three after it
     */
    public record PartnerRequestFacts(
            String title,
            String details,
            ExchangeChannel channel,
            LocalDate receivedOn,
            LocalDate promisedOn,
            @Nullable PersonId responsible,
            String needs,
            String feasibility,
            String capacity,
            String funding) {}

    /** What a partner asks of us. */
    public record PartnerRequestId(UUID value) implements Identifier {}
}
