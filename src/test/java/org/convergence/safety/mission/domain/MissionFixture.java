package org.convergence.safety.mission.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.plan.time.TimeFixture;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.geography.Country;
import org.convergence.safety.guide.AdvisoryLevel;
import org.convergence.safety.guide.CountryAdvisory;
import org.convergence.safety.guide.domain.AdvisoryService;
import org.convergence.safety.mission.MissionId;
import org.convergence.safety.mission.MissionKind;
import org.convergence.safety.mission.MissionRisk;
import org.convergence.testing.MovingClock;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mission to Colombia with its traveller, security lead and president, and a colleague who is not named on it. */
abstract class MissionFixture {

    static final Country COLOMBIA = new Country("CO");
    static final ZoneId BOGOTA = ZoneId.of("America/Bogota");
    static final LocalDate START = LocalDate.of(2027, 2, 1);
    static final LocalDate END = START.plusDays(6);
    static final String TITLE = "Rencontre des organisations de Barrancabermeja";

    @Autowired
    Pages pages;

    @Autowired
    TestUsers users;

    @Autowired
    TimeFixture crew;

    @Autowired
    MissionService missions;

    @Autowired
    CheckInService checkIns;

    @Autowired
    SealedDataService sealed;

    @Autowired
    AdvisoryService advisories;

    @Autowired
    MovingClock clock;

    @Autowired
    JdbcClient db;

    Actor lead = Actor.VISITOR;
    Actor president = Actor.VISITOR;
    Actor traveller = Actor.VISITOR;
    Actor colleague = Actor.VISITOR;

    @BeforeEach
    void people() {
        users.ensureOrganisation();
        for (String table : List.of(
                "mission_link",
                "mission_call",
                "mission_check_in",
                "mission_opening",
                "mission_sealed",
                "mission_call_list",
                "mission_line",
                "mission_leg",
                "mission_traveller",
                "mission",
                "guide_advisory")) {
            db.sql("DELETE FROM safety." + table).update();
        }
        db.sql("DELETE FROM plan.checklist_item").update();
        db.sql("DELETE FROM platform.mail_message").update();
        lead = hire("Maryse", "Roy", "maryse@exemple.org", Role.COORDINATOR);
        president = hire("Ghislaine", "Fortin", "presidence@exemple.org", Role.BOARD_MEMBER);
        traveller = hire("Nadège", "Pierre", "nadege@exemple.org", Role.VOLUNTEER);
        colleague = hire("Louis", "Tremblay", "louis@exemple.org", Role.COORDINATOR);
        clock.moveTo(START.minusDays(20).atTime(12, 0).atZone(BOGOTA).toInstant());
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    private Actor hire(String given, String family, String mail, Role role) {
        Actor actor = crew.hire(users, given, family, role);
        db.sql("UPDATE directory.people_person SET contact_points = jsonb_build_array(jsonb_build_object("
                        + "'channel', 'MAIL', 'sphere', 'PROFESSIONAL', 'value', CAST(? AS text))) WHERE id = ?")
                .params(mail, person(actor).value())
                .update();
        return actor;
    }

    static PersonId person(Actor actor) {
        return new PersonId(Objects.requireNonNull(actor.personId()));
    }

    void level(AdvisoryLevel level) {
        as(lead, () -> {
            advisories.record(new CountryAdvisory(COLOMBIA, level, null, "voyage.gc.ca", START.minusDays(30), null));
            return true;
        });
    }

    MissionFacts facts() {
        return new MissionFacts(
                TITLE,
                MissionKind.STAFF,
                "Préparer le stage.",
                MissionRisk.MODERATE,
                person(lead),
                person(president),
                Set.of(person(traveller)),
                List.of(new MissionLeg(COLOMBIA, "Barrancabermeja", BOGOTA, START, END)),
                Set.of());
    }

    MissionId prepare() {
        return as(lead, () -> missions.create(facts()));
    }

    MissionId approve() {
        level(AdvisoryLevel.CAUTION);
        MissionId id = prepare();
        approve(lead, id, null);
        return id;
    }

    void approve(Actor actor, MissionId id, @Nullable String resolution) {
        as(actor, () -> {
            missions.approve(id, missions.findById(id).version(), resolution);
            return true;
        });
    }

    static <T> T as(Actor actor, Callable<T> work) {
        try {
            return CurrentActor.callAs(actor, work::call);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
