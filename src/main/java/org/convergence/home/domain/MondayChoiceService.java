package org.convergence.home.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.convergence.home.HomePermissions;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The recipients of the Monday mail: each user chooses; by default, users with the permission to coordinate the week.
 */
@Service
@Transactional
public class MondayChoiceService {

    private static final Duration KEPT = Duration.ofDays(183);

    private final JdbcClient db;
    private final Clock clock;

    MondayChoiceService(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The current user's choice. */
    @Requires(HomePermissions.OPEN)
    @Transactional(readOnly = true)
    public MondayChoice findOwn() {
        Actor actor = CurrentActor.get();
        return effectiveChoice(actor, findAll());
    }

    /** Stores the current user's choice. */
    @Requires(HomePermissions.OPEN)
    public void choose(MondayChoice choice) {
        db.sql("""
                        INSERT INTO home.monday_choice (account, choice) VALUES (?, ?)
                        ON CONFLICT (account) DO UPDATE SET choice = excluded.choice
                        """).params(CurrentActor.get().id(), choice.name()).update();
    }

    /** Whether a letter's stop link is valid. */
    @Open("the link in the letter holds its secret")
    @Transactional(readOnly = true)
    public boolean isValidStopLink(String secret) {
        return db.sql("SELECT EXISTS (SELECT FROM home.monday_stop WHERE token_hash = ?)")
                .param(Token.hashOf(secret))
                .query(Boolean.class)
                .single();
    }

    /** Stops the Monday mail of the link's account. */
    @Open("the link in the letter holds its secret")
    public void stop(String secret) {
        int stopped = db.sql("""
                        INSERT INTO home.monday_choice (account, choice)
                        SELECT account, 'NEVER' FROM home.monday_stop WHERE token_hash = ?
                        ON CONFLICT (account) DO UPDATE SET choice = excluded.choice
                        """).param(Token.hashOf(secret)).update();
        if (stopped == 0) {
            throw new NotFound("letter");
        }
    }

    /** The stored choices by account. */
    @Open("called by the job itself")
    @Transactional(readOnly = true)
    Map<UUID, MondayChoice> findAll() {
        Map<UUID, MondayChoice> all = new HashMap<>();
        db.sql("SELECT account, choice FROM home.monday_choice WHERE choice <> 'USUAL'")
                .query((row, n) ->
                        all.put(row.getObject("account", UUID.class), MondayChoice.valueOf(row.getString("choice"))))
                .list();
        return all;
    }

    static MondayChoice effectiveChoice(Actor actor, Map<UUID, MondayChoice> said) {
        return said.getOrDefault(actor.id(), actor.may(HomePermissions.CARRY) ? MondayChoice.BUSY : MondayChoice.NEVER);
    }

    /** A new stop secret for the letter being sent; those of earlier letters work for half a year. */
    Token createStopToken(UUID account) {
        Token token = Token.random();
        OffsetDateTime now = SqlTime.now(clock);
        db.sql("DELETE FROM home.monday_stop WHERE account = ? AND made_at < ?")
                .params(account, now.minus(KEPT))
                .update();
        db.sql("INSERT INTO home.monday_stop (token_hash, account, made_at) VALUES (?, ?, ?)")
                .params(token.hash(), account, now)
                .update();
        return token;
    }

    /** When a user wants the Monday mail. */
    public enum MondayChoice {
        /** Never. */
        NEVER,
        /** In weeks with something to do or to answer. */
        BUSY,
        /** Every week, even if nothing is due. */
        ALWAYS
    }
}
