package org.convergence.safety.mission.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.safety.mission.MissionId;
import org.convergence.safety.mission.MissionPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Medical and emergency data of travellers. The traveller and the watchers enter it; a watcher opens it with a reason,
 * which is logged and shown to all who are named on the mission.
 */
@Service
@Transactional
@Requires(MissionPermissions.WATCH)
public class SealedDataService {

    private final MissionWatch watch;
    private final SealedDataRepository sealed;
    private final JdbcClient db;
    private final Clock clock;

    SealedDataService(MissionWatch watch, SealedDataRepository sealed, JdbcClient db, Clock clock) {
        this.watch = watch;
        this.sealed = sealed;
        this.db = db;
        this.clock = clock;
    }

    /**
     * Medical and emergency data of a traveller.
     *
     * @param medical allergies, treatments, blood group, doctor
     * @param emergency whom to call, and the person's own number
     * @param proofOfLife questions that only this person can answer, with their answers
     */
    public record SealedData(String medical, String emergency, String proofOfLife) {

        static final SealedData NONE = new SealedData("", "", "");
    }

    /** An opening of sealed data. */
    public record SealedDataAccess(PersonId person, String accountLabel, String reason, Instant openedAt) {}

    /** The travellers whose data is sealed. */
    @Transactional(readOnly = true)
    public Set<PersonId> findPeople(MissionId id) {
        watch.requireNamed(id);
        return Set.copyOf(sealed.findPeople(id));
    }

    /** The openings, the latest first, at most 50. */
    @Transactional(readOnly = true)
    public List<SealedDataAccess> findOpenings(MissionId id) {
        watch.requireNamed(id);
        return db.sql("SELECT person, account_label, reason, opened_at FROM safety.mission_opening"
                        + " WHERE mission = ? ORDER BY opened_at DESC, id LIMIT 50")
                .param(id.value())
                .query(RecordMapper.of(SealedDataAccess.class))
                .list();
    }

    /**
     * Seals data; a blank text leaves what is there.
     *
     * @param word the duress word; {@code null} to leave it
     * @throws Refused once the mission is over
     */
    public void seal(MissionId id, PersonId person, SealedData data, @Nullable String word) {
        Mission mission = watch.requireNamed(id);
        if (!watch.travels(id, person) || (!watch.isWatcher(mission) && !isActor(person))) {
            throw new NotFound("traveller");
        }
        if (mission.state().isOver()) {
            throw new Refused("mission.refused.over");
        }
        SealedData before = sealed.find(id, person).orElse(SealedData.NONE);
        sealed.save(
                id,
                person,
                new SealedData(
                        keep(data.medical(), before.medical()),
                        keep(data.emergency(), before.emergency()),
                        keep(data.proofOfLife(), before.proofOfLife())),
                word);
    }

    private static String keep(String given, String before) {
        return given.isBlank() ? before : given;
    }

    /**
     * Opens sealed data, and logs who did and why.
     *
     * @throws NotFound if the actor does not watch over the mission, or nothing is sealed
     */
    public SealedData open(MissionId id, PersonId person, String reason) {
        Mission mission = watch.requireNamed(id);
        if (!watch.isWatcher(mission)) {
            throw new NotFound("sealed data");
        }
        SealedData data = sealed.find(id, person).orElseThrow(() -> new NotFound("sealed data"));
        Actor actor = CurrentActor.get();
        db.sql("""
                        INSERT INTO safety.mission_opening (id, mission, person, account, account_label, reason, opened_at)
                        VALUES (:id, :mission, :person, :account, :label, :reason, :now)
                        """)
                .param("id", Ids.next())
                .param("mission", id.value())
                .param("person", person.value())
                .param("account", actor.id())
                .param("label", actor.label())
                .param("reason", reason)
                .param("now", SqlTime.now(clock))
                .update();
        return data;
    }

    private static boolean isActor(PersonId person) {
        UUID actor = CurrentActor.get().personId();
        return person.value().equals(actor);
    }
}
