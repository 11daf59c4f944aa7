package org.convergence.advocacy.dialogue.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.advocacy.dialogue.DialoguePermissions;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts.ActNewcomer;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts.AdvocacyActId;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts.AdvocacyActKind;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts.AdvocacyActState;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts.ReplyState;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.DecisionMakerFacts;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.DecisionMakerId;
import org.convergence.advocacy.dialogue.domain.LobbyPolicy.LobbyRegister;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans and records meetings, letters and other acts; what we did in public or in person is a realisation. */
@Service
@Transactional
@Requires(DialoguePermissions.FOLLOW)
public class AdvocacyActService {

    static final String TABLE = "advocacy.dialogue_act";

    private final JdbcClient db;
    private final RealisationRecorder realisations;
    private final DecisionMakerService decisionMakers;
    private final RecipientWords words;
    private final OrganisationSettings settings;

    AdvocacyActService(
            JdbcClient db,
            RealisationRecorder realisations,
            DecisionMakerService decisionMakers,
            RecipientWords words,
            OrganisationSettings settings) {
        this.db = db;
        this.decisionMakers = decisionMakers;
        this.realisations = realisations;
        this.words = words;
        this.settings = settings;
    }

    /**
     * Records an act; on a day to come it is planned.
     *
     * @param newcomers people and offices that become decision-makers by it
     * @throws Refused if such an act cannot be planned, or the register is not told by the mandates
     */
    @Transactional(label = "dialogue.record-act")
    public AdvocacyActId create(AdvocacyActFacts input, List<ActNewcomer> newcomers) {
        AdvocacyActFacts facts = input.towards(enter(newcomers));
        UUID id = Ids.next();
        db.sql("""
                        INSERT INTO advocacy.dialogue_act (id, kind, state, happened_on, subject, said, source, register,
                                                           staff_hours, reply, reply_by, line)
                        VALUES (:id, :kind, :state, :day, :subject, :said, :source, :register, :hours, :reply, :replyBy, :line)
                        """)
                .params(parameters(facts))
                .param("id", id)
                .param("reply", facts.replyBy() == null ? ReplyState.NONE.name() : ReplyState.AWAITED.name())
                .update();
        link(id, facts);
        record(id, facts);
        return new AdvocacyActId(id);
    }

    /**
     * Changes an act, or says what happened at a planned one.
     *
     * @param version the version on which the form was opened
     * @param newcomers people and offices that become decision-makers by it
     * @throws EditConflict if it was changed meanwhile
     */
    @Transactional(label = "dialogue.change-act")
    public void update(AdvocacyActId id, int version, AdvocacyActFacts input, List<ActNewcomer> newcomers) {
        AdvocacyActFacts facts = input.towards(enter(newcomers));
        int written = db.sql("""
                        UPDATE advocacy.dialogue_act
                        SET kind = :kind, state = :state, happened_on = :day, subject = :subject, said = :said, source = :source,
                            register = :register, staff_hours = :hours, reply_by = :replyBy, line = :line,
                            reply = CASE WHEN reply IN ('ANSWERED', 'SILENCE') THEN reply
                                         WHEN CAST(:replyBy AS date) IS NULL THEN 'NONE' ELSE 'AWAITED' END,
                            version = version + 1
                        WHERE id = :id AND version = :version
                        """)
                .params(parameters(facts))
                .param("id", id.value())
                .param("version", version)
                .update();
        if (written == 0) {
            throw new EditConflict(TABLE, id.value(), version);
        }
        link(id.value(), facts);
        record(id.value(), facts);
    }

    private List<DecisionMakerId> enter(List<ActNewcomer> newcomers) {
        return newcomers.stream()
                .map(each -> decisionMakers.enter(
                        each.person(),
                        each.given(),
                        each.family(),
                        each.office(),
                        DecisionMakerFacts.NOTHING,
                        each.mandate()))
                .toList();
    }

    private Map<String, @Nullable Object> parameters(AdvocacyActFacts facts) {
        boolean ahead = facts.happenedOn().isAfter(settings.today());
        if (ahead && !facts.kind().canBePlanned()) {
            throw new Refused("dialogue.refused.ahead");
        }
        if (facts.replyBy() != null && facts.replyBy().isBefore(facts.happenedOn())) {
            throw new Refused("dialogue.refused.reply-day");
        }
        Map<String, @Nullable Object> all = new HashMap<>();
        all.put("kind", facts.kind().name());
        all.put("state", (ahead ? AdvocacyActState.PLANNED : AdvocacyActState.DONE).name());
        all.put("day", facts.happenedOn());
        all.put("subject", facts.subject());
        all.put("said", facts.said());
        all.put("source", facts.source());
        all.put("register", register(facts).name());
        all.put("hours", facts.staffHours());
        all.put("replyBy", facts.replyBy());
        all.put("line", facts.line() == null ? null : facts.line().value());
        return all;
    }

    /** The register of the mandates on the day of the act. */
    private LobbyRegister register(AdvocacyActFacts facts) {
        if (facts.register() != null) {
            return facts.register();
        }
        List<String> registers = db.sql("""
                        SELECT DISTINCT m.register FROM advocacy.dialogue_mandate m
                        WHERE m.decision_maker = ANY (:targets) AND m.register <> 'NONE'
                          AND coalesce(m.from_on <= :day, true) AND coalesce(m.until_on >= :day, true)
                        """)
                .param("targets", ids(facts.targets()))
                .param("day", facts.happenedOn())
                .query(String.class)
                .list();
        if (registers.size() > 1) {
            throw new Refused("dialogue.refused.registers");
        }
        return registers.isEmpty() ? LobbyRegister.NONE : LobbyRegister.valueOf(registers.get(0));
    }

    private void link(UUID act, AdvocacyActFacts facts) {
        link("decision_maker", DecisionMakerService.TABLE, act, facts.targets());
        link("person", "directory.people_person_name", act, facts.ours());
        link("ask", "advocacy.dialogue_ask", act, facts.asks());
    }

    /** Only differences are written, so that the history shows nothing else; what is deleted meanwhile is left out. */
    private void link(String what, String among, UUID act, Collection<? extends Identifier> wanted) {
        db.sql("DELETE FROM advocacy.dialogue_act_%1$s WHERE act = :act AND %1$s <> ALL (:wanted)".formatted(what))
                .param("act", act)
                .param("wanted", ids(wanted))
                .update();
        db.sql("""
                        INSERT INTO advocacy.dialogue_act_%1$s (act, %1$s) SELECT :act, id FROM %2$s WHERE id = ANY (:wanted)
                        ON CONFLICT DO NOTHING
                        """.formatted(what, among))
                .param("act", act)
                .param("wanted", ids(wanted))
                .update();
    }

    private static UUID[] ids(Collection<? extends Identifier> ids) {
        return ids.stream().map(Identifier::value).toArray(UUID[]::new);
    }

    private void record(UUID id, AdvocacyActFacts facts) {
        if (!facts.kind().isRealisation() || facts.happenedOn().isAfter(settings.today())) {
            realisations.withdraw(source(id), say(AdvocacyActState.PLANNED));
            return;
        }
        realisations.record(RecordRealisationCommand.forLine(
                source(id),
                new RealisationDetails(
                        facts.subject(), kind(facts.kind()), DayRange.on(facts.happenedOn()), null, null, Set.of()),
                new Amounts(facts.staffHours().signum() == 0 ? null : facts.staffHours(), null, null),
                facts.line()));
    }

    private static RealisationKind kind(AdvocacyActKind kind) {
        return switch (kind) {
            case MEETING -> RealisationKind.MEETING;
            case PUBLIC_APPEAL -> RealisationKind.PUBLICATION;
            default -> RealisationKind.REPRESENTATION;
        };
    }

    /** The realisation of an act that was done; its lines of the plan are chosen there. */
    public Optional<RealisationId> findRealisation(AdvocacyActId id) {
        return realisations.findBySource(source(id.value()));
    }

    private static RealisationSource source(UUID id) {
        return new RealisationSource("advocacy.dialogue", "act", id.toString(), "/advocacy/dialogue/acts/" + id);
    }

    /** Cancels an act that did not take place; nothing is counted. */
    @Transactional(label = "dialogue.cancel-act")
    public void cancel(AdvocacyActId id) {
        setState(id, AdvocacyActState.CANCELLED);
        realisations.withdraw(source(id.value()), say(AdvocacyActState.CANCELLED));
    }

    private String say(AdvocacyActState state) {
        return words.forOrganisation().say(state.key());
    }

    /** Takes {@link #cancel} back: the act is planned again, and its day is asked for. */
    @Transactional(label = "dialogue.restore-act")
    public void restore(AdvocacyActId id) {
        setState(id, AdvocacyActState.PLANNED);
    }

    private void setState(AdvocacyActId id, AdvocacyActState state) {
        requireFound(db.sql("UPDATE advocacy.dialogue_act SET state = ?, version = version + 1 WHERE id = ?")
                .params(state.name(), id.value())
                .update());
    }

    /**
     * Says what came back, or that nothing did.
     *
     * @param on the day of the answer; {@code null} for silence
     */
    @Transactional(label = "dialogue.record-reply")
    public void recordReply(AdvocacyActId id, ReplyState reply, @Nullable LocalDate on, String words) {
        if (on != null && on.isAfter(settings.today())) {
            throw new Refused("dialogue.refused.reply-ahead");
        }
        requireFound(db.sql("""
                        UPDATE advocacy.dialogue_act
                        SET reply = :reply, replied_on = :day, reply_words = :words, version = version + 1 WHERE id = :id
                        """)
                .param("reply", reply.name())
                .param("day", on)
                .param("words", words)
                .param("id", id.value())
                .update());
    }

    private static void requireFound(int written) {
        if (written == 0) {
            throw new NotFound("act");
        }
    }
}
