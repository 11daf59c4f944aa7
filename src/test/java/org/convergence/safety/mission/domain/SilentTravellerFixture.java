package org.convergence.safety.mission.domain;

import java.time.Duration;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Ids;
import org.convergence.safety.mission.MissionId;
import org.convergence.safety.mission.domain.SealedDataService.SealedData;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A mission whose traveller does not answer, for tests that stop the program meanwhile. */
@Lazy
@Component
public class SilentTravellerFixture {

    /** A word of the sealed data. */
    public static final String MEDICAL = "Xylocaïnophobie";

    /** The duress word, which is stored nowhere. */
    public static final String WORD = "ornithorynque turquoise";

    private final SealedDataRepository sealed;
    private final JdbcClient db;

    SilentTravellerFixture(SealedDataRepository sealed, JdbcClient db) {
        this.sealed = sealed;
        this.db = db;
    }

    /**
     * Prepares a mission of a traveller, a security lead and a president, whose addresses begin with {@code silence-}.
     *
     * @param due when its check-in is due, from now
     * @param grace in minutes
     */
    public MissionId prepare(Duration due, int grace) {
        UUID mission = Ids.next();
        UUID traveller = hire("Élodie", "voyage");
        db.sql("""
                        INSERT INTO safety.mission (id, title, kind, purpose, risk, starts_on, ends_on, lead, president, state)
                        VALUES (:id, 'Visite', 'STAFF', 'Rencontrer', 'LOW', current_date - 3, current_date + 30, :lead, :president, 'PREPARED')
                        """)
                .param("id", mission)
                .param("lead", hire("Maryse", "securite"))
                .param("president", hire("Thérèse", "presidence"))
                .update();
        db.sql("INSERT INTO safety.mission_traveller (mission, person) VALUES (?, ?)")
                .params(mission, traveller)
                .update();
        db.sql("INSERT INTO safety.mission_check_in (id, mission, person, due_at, grace, zone)"
                        + " VALUES (?, ?, ?, now() + ? * interval '1 second', ?, 'America/Bogota')")
                .params(Ids.next(), mission, traveller, due.toSeconds(), grace)
                .update();
        sealed.save(
                new MissionId(mission),
                new PersonId(traveller),
                new SealedData(MEDICAL, "Sa sœur", "Son chat? Capucine."),
                WORD);
        return new MissionId(mission);
    }

    private UUID hire(String name, String mail) {
        UUID person = Ids.next();
        db.sql("""
                        INSERT INTO directory.people_person (id, version, given_name, family_name, contact_points)
                        VALUES (?, 1, ?, 'Silence', jsonb_build_array(jsonb_build_object(
                            'channel', 'MAIL', 'sphere', 'PROFESSIONAL', 'value', 'silence-' || ? || '@exemple.org')))
                        """).params(person, name, mail).update();
        return person;
    }

    /** The steps taken, each once, and the letters posted. */
    public String describe() {
        return db.sql("SELECT (SELECT count(*) FROM safety.mission_escalation) || ' steps, '"
                        + " || (SELECT count(*) FROM safety.mission_link WHERE token IS NULL) || ' letters'")
                .query(String.class)
                .single();
    }
}
