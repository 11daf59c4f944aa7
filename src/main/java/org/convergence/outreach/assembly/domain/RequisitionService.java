package org.convergence.outreach.assembly.domain;

import java.util.List;
import java.util.Map;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Requisition.RequisitionFacts;
import org.convergence.outreach.assembly.domain.Requisition.RequisitionId;
import org.convergence.outreach.assembly.domain.Requisition.RequisitionState;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.TextShortener;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records the requests of members for a special assembly, and calls it (R-GOV-5). */
@Service
@Transactional
@Requires(AssemblyPermissions.PREPARE)
public class RequisitionService {

    static final String TABLE = "outreach.assembly_requisition";

    private static final String SELECT = """
            SELECT q.*, m.begins::date AS meeting_day, m.state AS meeting_state
              FROM outreach.assembly_requisition q LEFT JOIN outreach.assembly_meeting m ON m.id = q.meeting
            """;

    private final BodyQueries bodies;
    private final MeetingService meetings;
    private final AgendaService agendas;
    private final RecipientWords words;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    RequisitionService(
            BodyQueries bodies,
            MeetingService meetings,
            AgendaService agendas,
            RecipientWords words,
            OrganisationSettings settings,
            JdbcClient db) {
        this.bodies = bodies;
        this.meetings = meetings;
        this.agendas = agendas;
        this.words = words;
        this.settings = settings;
        this.db = db;
    }

    /** The requests for assemblies of a body, the latest first. */
    @Transactional(readOnly = true)
    @Requires(AssemblyPermissions.READ)
    public List<Requisition> findByBody(BodyId body) {
        return db.sql(SELECT + "WHERE q.body = ? ORDER BY q.received_on DESC, q.id DESC LIMIT 50")
                .param(body.value())
                .query(RecordMapper.of(Requisition.class))
                .list();
    }

    /** @throws NotFound if there is no such request */
    @Transactional(readOnly = true)
    @Requires(AssemblyPermissions.READ)
    public Requisition findById(RequisitionId id) {
        return find(id, "");
    }

    private Requisition find(RequisitionId id, String lock) {
        return db.sql(SELECT + "WHERE q.id = ?" + lock)
                .param(id.value())
                .query(RecordMapper.of(Requisition.class))
                .optional()
                .orElseThrow(() -> new NotFound("requisition"));
    }

    /**
     * Records a request, or corrects it.
     *
     * @param id {@code null} for a new one
     * @throws Refused if the body is no general assembly, or the request was received in the future
     * @throws EditConflict if it was changed meanwhile
     */
    @Transactional(label = "assembly.note-requisition")
    public RequisitionId save(BodyId body, @Nullable RequisitionId id, int version, RequisitionFacts facts) {
        if (bodies.findById(body).kind() != BodyKind.GENERAL) {
            throw new Refused("assembly.refused.requisition-body");
        }
        if (facts.receivedOn().isAfter(settings.today())) {
            throw new Refused("assembly.refused.requisition-future");
        }
        Map<String, @Nullable Object> values = VersionedRow.values(facts);
        values.put("body", body);
        return new RequisitionId(VersionedRow.save(db, TABLE, id, version, values));
    }

    /**
     * Calls the special assembly of a request, with its business on the agenda, so that the notice states it.
     *
     * @param byMembers whether the members call it themselves, which they may once it was not held in time
     * @throws Refused if it is called already, or the members call it too early
     */
    @Transactional(label = "assembly.call-requisition")
    public MeetingId call(RequisitionId id, MeetingFacts facts, boolean byMembers) {
        Requisition it = find(id, " FOR UPDATE OF q");
        RequisitionState state = RequisitionPolicy.findState(it, settings.today());
        if (byMembers && state == RequisitionState.TO_HOLD) {
            throw new Refused("assembly.refused.requisition-early", RequisitionPolicy.lastDay(it.receivedOn()));
        }
        if (byMembers ? !state.isForMembers() : !state.isForBoard()) {
            throw new Refused("assembly.refused.requisition-over");
        }
        MeetingId meeting = meetings.plan(
                it.body(),
                new MeetingFacts(true, facts.title(), facts.begins(), facts.ends(), facts.where(), facts.training()));
        String asked = words.forOrganisation()
                .say(
                        "assembly.requisition.note",
                        it.members(),
                        it.entitled(),
                        it.receivedOn(),
                        String.valueOf(byMembers));
        for (String item : RequisitionPolicy.splitBusiness(it.business())) {
            String title = TextShortener.shorten(item.lines().findFirst().orElse(""), AgendaItemFacts.LONGEST_TITLE);
            String note = title.equals(item) ? asked : asked + "\n\n" + item;
            agendas.add(
                    meeting, new AgendaItemFacts(title, TextShortener.shorten(note, AgendaItemFacts.LONGEST_NOTE), ""));
        }
        db.sql("""
                        UPDATE outreach.assembly_requisition
                           SET meeting = :meeting, by_members = :members, version = version + 1 WHERE id = :id""")
                .param("meeting", meeting.value())
                .param("members", byMembers)
                .param("id", id.value())
                .update();
        return meeting;
    }
}
