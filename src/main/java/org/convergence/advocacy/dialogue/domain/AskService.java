package org.convergence.advocacy.dialogue.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.advocacy.dialogue.AskId;
import org.convergence.advocacy.dialogue.DialoguePermissions;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts.AdvocacyActId;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.DecisionMakerId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What we ask of decision-makers, and what they promise. */
@Service
@Transactional
@Requires(DialoguePermissions.FOLLOW)
public class AskService {

    private final JdbcClient db;
    private final OrganisationSettings settings;

    AskService(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    /**
     * A promise.
     *
     * @param act the meeting or letter in which it was made; {@code null} for none
     * @param words as they were said or written, 1 to 1,000 characters
     * @param source where it can be read or who heard it, 1 to 300 characters
     * @param dueOn {@code null} if no day was said
     */
    public record CommitmentFacts(
            @Nullable AdvocacyActId act,
            String words,
            String source,
            LocalDate madeOn,
            @Nullable LocalDate dueOn) {}

    /** Asks something of a decision-maker; an open ask in the same words is asked of her too. */
    @Transactional(label = "dialogue.ask")
    public AskId ask(DecisionMakerId of, String words, String theme) {
        DecisionMakerService.require(db, of);
        UUID id = db.sql("SELECT id FROM advocacy.dialogue_ask WHERE state = 'OPEN' AND words = ? ORDER BY id LIMIT 1")
                .param(words)
                .query(UUID.class)
                .optional()
                .orElseGet(() -> add(words, theme));
        db.sql("INSERT INTO advocacy.dialogue_ask_target (ask, decision_maker) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(id, of.value())
                .update();
        return new AskId(id);
    }

    private UUID add(String words, String theme) {
        UUID id = Ids.next();
        db.sql("INSERT INTO advocacy.dialogue_ask (id, words, theme, opened_on) VALUES (?, ?, ?, ?)")
                .params(id, words, theme, settings.today())
                .update();
        return id;
    }

    /** Says that an ask is obtained, dropped, or open again. */
    @Transactional(label = "dialogue.close-ask")
    public void setState(AskId id, AskState state) {
        int written = db.sql("""
                        UPDATE advocacy.dialogue_ask SET state = :state, closed_on = :day, version = version + 1 WHERE id = :id
                        """)
                .param("state", state.name())
                .param("day", state == AskState.OPEN ? null : settings.today())
                .param("id", id.value())
                .update();
        requireFound(written, "ask");
    }

    /**
     * Records a promise.
     *
     * @throws Refused if it was made in the future, or is due before it was made
     */
    @Transactional(label = "dialogue.record-commitment")
    public CommitmentId addCommitment(DecisionMakerId by, CommitmentFacts facts) {
        if (facts.madeOn().isAfter(settings.today())
                || (facts.dueOn() != null && facts.dueOn().isBefore(facts.madeOn()))) {
            throw new Refused("dialogue.refused.commitment-days");
        }
        DecisionMakerService.require(db, by);
        UUID id = Ids.next();
        db.sql("""
                        INSERT INTO advocacy.dialogue_commitment (id, decision_maker, act, words, source, made_on, due_on)
                        VALUES (:id, :by, (SELECT a.id FROM advocacy.dialogue_act a WHERE a.id = :act), :words, :source, :made, :due)
                        """)
                .param("id", id)
                .param("by", by.value())
                .param("act", Identifier.uuidOf(facts.act()))
                .param("words", facts.words())
                .param("source", facts.source())
                .param("made", facts.madeOn())
                .param("due", facts.dueOn())
                .update();
        return new CommitmentId(id);
    }

    /** Says that a promise was kept, was broken, has no object now, or is open again. */
    @Transactional(label = "dialogue.close-commitment")
    public void setState(CommitmentId id, CommitmentState state, String evidence) {
        int written = db.sql("""
                        UPDATE advocacy.dialogue_commitment
                        SET state = :state, closed_on = :day, evidence = :evidence, version = version + 1 WHERE id = :id
                        """)
                .param("state", state.name())
                .param("day", state == CommitmentState.MADE ? null : settings.today())
                .param("evidence", evidence)
                .param("id", id.value())
                .update();
        requireFound(written, "commitment");
    }

    private static void requireFound(int written, String what) {
        if (written == 0) {
            throw new NotFound(what);
        }
    }

    /** What became of an ask. */
    public enum AskState {
        OPEN(Tone.ACTIVE),
        OBTAINED(Tone.OK),
        DROPPED(Tone.REST);

        private final Tone tone;

        AskState(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** The message key of its name. */
        public String key() {
            return "dialogue.ask.state." + name();
        }
    }

    /** What became of a promise. */
    public enum CommitmentState {
        MADE(Tone.ACTIVE),
        KEPT(Tone.OK),
        BROKEN(Tone.BAD),
        /** It has no object now: a dissolution, a change of office. */
        LAPSED(Tone.REST);

        private final Tone tone;

        CommitmentState(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** The message key of its name. */
        public String key() {
            return "dialogue.commitment.state." + name();
        }
    }

    /** What a decision-maker promised. */
    public record CommitmentId(UUID value) implements Identifier {}
}
