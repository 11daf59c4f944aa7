package org.convergence.home.domain;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who wants the Monday mail: each says it for herself; of whom nothing was said, those who carry the week have it. */
@Service
@Transactional
public class MondayChoices {

    private final JdbcClient db;

    MondayChoices(JdbcClient db) {
        this.db = db;
    }

    /** That of whoever asks. */
    @Requires(HomePermissions.OPEN)
    @Transactional(readOnly = true)
    public MondayChoice mine() {
        Actor actor = CurrentActor.get();
        return of(actor, said());
    }

    /** Says it for whoever asks. */
    @Requires(HomePermissions.OPEN)
    public void choose(MondayChoice choice) {
        db.sql("""
                        INSERT INTO home.monday_choice (account, choice) VALUES (?, ?)
                        ON CONFLICT (account) DO UPDATE SET choice = excluded.choice
                        """).params(CurrentActor.get().id(), choice.name()).update();
    }

    /** Whether a letter's link still stops them. */
    @Open("a letter shows the secret by which it is stopped")
    @Transactional(readOnly = true)
    public boolean stops(String secret) {
        return db.sql("SELECT EXISTS (SELECT FROM home.monday_choice WHERE stop_hash = ?)")
                .param(Token.hashOf(secret))
                .query(Boolean.class)
                .single();
    }

    /** No more letters to whom the letter went. */
    @Open("a letter shows the secret by which it is stopped")
    public void stop(String secret) {
        int stopped = db.sql("UPDATE home.monday_choice SET choice = 'NEVER' WHERE stop_hash = ?")
                .param(Token.hashOf(secret))
                .update();
        if (stopped == 0) {
            throw new NotFound("letter");
        }
    }

    /** What each said, by account; as long as nobody asked her, nothing. */
    @Open("asked by the work itself")
    @Transactional(readOnly = true)
    Map<UUID, MondayChoice> said() {
        Map<UUID, MondayChoice> all = new HashMap<>();
        db.sql("SELECT account, choice FROM home.monday_choice WHERE choice <> 'USUAL'")
                .query((row, n) ->
                        all.put(row.getObject("account", UUID.class), MondayChoice.valueOf(row.getString("choice"))))
                .list();
        return all;
    }

    static MondayChoice of(Actor actor, Map<UUID, MondayChoice> said) {
        return said.getOrDefault(actor.id(), actor.may(HomePermissions.CARRY) ? MondayChoice.BUSY : MondayChoice.NEVER);
    }

    /** A new secret by which the letter that leaves now is stopped, and none before it. */
    Token stopping(UUID account) {
        Token token = Token.random();
        db.sql("""
                        INSERT INTO home.monday_choice (account, choice, stop_hash) VALUES (?, 'USUAL', ?)
                        ON CONFLICT (account) DO UPDATE SET stop_hash = excluded.stop_hash
                        """).params(account, token.hash()).update();
        return token;
    }
}
