package org.convergence.directory.protection.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.domain.ProtectionQueries.IdentityAction;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.SqlTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The log of actions on sealed identities. */
@Component
record IdentityActionLog(JdbcClient db, Clock clock) {

    /**
     * Logs an action of the current actor.
     *
     * @param alone whether two people were needed and the actor is alone: another reviews it
     * @param second the person notified at once, {@code null} where none is named
     */
    void record(
            PersonId person,
            IdentityAction.IdentityActionKind kind,
            @Nullable String reason,
            boolean alone,
            @Nullable String second) {
        Actor actor = CurrentActor.get();
        db.sql("""
                        INSERT INTO directory.protection_gesture
                            (id, person, kind, account, account_label, reason, made_at, alone, second_label)
                        VALUES (:id, :person, :kind, :account, :label, :reason, :now, :alone, :second)
                        """)
                .param("id", Ids.next())
                .param("person", person.value())
                .param("kind", kind.name())
                .param("account", actor.id())
                .param("label", actor.label())
                .param("reason", reason)
                .param("now", SqlTime.now(clock))
                .param("alone", alone)
                .param("second", second)
                .update();
    }

    /** Logs that a person was recognised, at most once an hour for each actor; returns whether it was logged now. */
    boolean recordRecognition(PersonId person) {
        Actor actor = CurrentActor.get();
        return db.sql("""
                        INSERT INTO directory.protection_gesture (id, person, kind, account, account_label, made_at)
                        SELECT :id, p.id, 'RECOGNISED', :account, :label, :now FROM directory.people_person_name p
                        WHERE p.id = :person AND NOT EXISTS (
                            SELECT FROM directory.protection_gesture g
                            WHERE g.person = p.id AND g.kind = 'RECOGNISED' AND g.account = :account
                              AND g.made_at > CAST(:now AS timestamptz) - interval '1 hour')
                        """)
                        .param("id", Ids.next())
                        .param("person", person.value())
                        .param("account", actor.id())
                        .param("label", actor.label())
                        .param("now", SqlTime.now(clock))
                        .update()
                == 1;
    }

    /**
     * Whether the current actor triggered, since an instant, a recognition of a person that an account may open.
     *
     * @param since the start of the day
     */
    boolean hasRecognisedSince(Instant since, UUID listed) {
        return db.sql("""
                        SELECT EXISTS (SELECT FROM directory.protection_gesture g
                                       JOIN directory.protection_opener o ON o.person = g.person AND o.account = :listed
                                       WHERE g.kind = 'RECOGNISED' AND g.account = :account AND g.made_at >= :since)
                        """)
                .param("listed", listed)
                .param("account", CurrentActor.get().id())
                .param("since", SqlTime.at(since))
                .query(Boolean.class)
                .single();
    }

    /** Records the review of an action done alone; returns whether there was one to review. */
    boolean recordReview(UUID gesture, @Nullable String review) {
        Actor actor = CurrentActor.get();
        return db.sql("""
                        UPDATE directory.protection_gesture
                        SET reviewed_at = :now, reviewed_by = :account, reviewed_label = :label, review = :review
                        WHERE id = :id AND alone AND reviewed_at IS NULL AND account <> :account
                        """)
                        .param("id", gesture)
                        .param("account", actor.id())
                        .param("label", actor.label())
                        .param("review", review)
                        .param("now", SqlTime.now(clock))
                        .update()
                == 1;
    }
}
