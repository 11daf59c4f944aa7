package org.convergence.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.Assertions;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationProfile;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Messages;
import org.convergence.testing.ConcurrentActions;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Concurrent use of unique things: a link, an address, the last administrator, the set-up. */
@ModuleTest
@TestMethodOrder(org.junit.jupiter.api.MethodOrderer.MethodName.class)
class IdentityConcurrencyTest {

    private static final Actor SYSTEM = Actor.system("test");

    @Autowired
    private SetUpService setUp;

    @Autowired
    private AccountService accounts;

    @Autowired
    private SignInLinkService signIn;

    @Autowired
    private SignInFixture doors;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private ServerAddress known;

    @Autowired
    private Messages messages;

    @Autowired
    private ConcurrentActions atOnce;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void nobodyYet() {
        db.sql("DELETE FROM identity.session").update();
        db.sql("DELETE FROM identity.sign_in_link").update();
        db.sql("DELETE FROM identity.sign_in_attempt").update();
        db.sql("DELETE FROM identity.role_grant").update();
        db.sql("DELETE FROM identity.account").update();
    }

    @Test
    void anInvitationOpensOneSessionHoweverManyTabsUseIt() {
        doors.anOrganisation();
        String link = doors.link("Une personne", "onglets@exemple.org", Role.STAFF);
        var ends = atOnce.runTogether(Actor.VISITOR, times(5, () -> signIn.signIn(link, "Firefox", "198.51.100.7")));
        assertThat(ends).filteredOn(ConcurrentActions.ActionResult::went).hasSize(1);
        assertThat(ends)
                .filteredOn(end -> !end.went())
                .allSatisfy(end -> assertThat(end.thrown()).isInstanceOf(Refused.class));
        assertThat(count("identity.session")).isEqualTo(1);
    }

    @Test
    void anAddressHasOneOpenAccount() {
        doors.anOrganisation();
        var ends =
                atOnce.runTogether(SYSTEM, times(4, () -> accounts.invite("Une", "une@exemple.org", Role.STAFF, null)));
        assertThat(ends).filteredOn(ConcurrentActions.ActionResult::went).hasSize(1);
        assertThat(ends)
                .filteredOn(end -> !end.went())
                .allSatisfy(end -> assertThat(end.thrown()).hasMessage("identity.account.mail_taken"));
    }

    @Test
    void theOrganisationIsFoundedOnce() {
        db.sql("DELETE FROM platform.settings_organisation").update();
        var organisation = new OrganisationProfile(
                "Solidarité en partage", List.of("fr"), ZoneId.of("America/Toronto"), MonthDay.of(7, 1), null);
        var ends = atOnce.runTogether(
                Actor.VISITOR,
                times(
                        3,
                        () -> setUp.createOrganisation(
                                setUp.secret(), organisation, "Une", UUID.randomUUID() + "@exemple.org")));
        assertThat(ends).filteredOn(ConcurrentActions.ActionResult::went).hasSize(1);
        assertThat(count("identity.account")).isEqualTo(1);
    }

    @Test
    void startsANodeThatIsSecondToSetUp() {
        db.sql("DELETE FROM platform.settings_organisation").update();
        var organisation = new OrganisationProfile(
                "Solidarité en partage", List.of("fr"), ZoneId.of("America/Toronto"), MonthDay.of(7, 1), null);
        var second = new SetUpAnnouncement(
                setUp, known, messages, "http://localhost", organisation.name(), "premiere@exemple.org");
        assertThat(atOnce.runBeforeCommit(SYSTEM, () -> settings.create(organisation), second::print)
                        .thrown())
                .isNull();
        assertThat(count("identity.account")).isZero();
    }

    @Test
    void twoAdministratorsWhoCloseEachOtherLeaveOne() {
        doors.anOrganisation();
        List<Actor> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            UUID id = opened("admin" + i + "@exemple.org");
            both.add(new Actor(id, "Administration", null, "fr", java.util.Set.of("identity.accounts")));
        }
        var first = both.get(0);
        var second = both.get(1);
        var end = atOnce.runBeforeCommit(first, () -> accounts.close(second.id()), () -> {
            CurrentActor.runAs(second, () -> accounts.close(first.id()));
        });
        assertThat(end.thrown()).isInstanceOf(Refused.class).hasMessage("identity.account.nobody_left");
        assertThat(db.sql("SELECT count(*) FROM identity.account WHERE closed_at IS NULL")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void refusesFutureEndOfTheLastAdministrator() {
        doors.anOrganisation();
        opened("seule@exemple.org");
        UUID grant =
                db.sql("SELECT id FROM identity.role_grant").query(UUID.class).single();
        LocalDate inTenDays = settings.today().plusDays(10);
        CurrentActor.runAs(
                SYSTEM,
                () -> Assertions.assertThatThrownBy(() -> accounts.endGrant(grant, inTenDays))
                        .hasMessage("identity.account.nobody_left"));
        opened("releve@exemple.org");
        CurrentActor.runAs(SYSTEM, () -> accounts.endGrant(grant, inTenDays));
    }

    private UUID opened(String mail) {
        List<UUID> made = new ArrayList<>();
        CurrentActor.runAs(SYSTEM, () -> made.add(accounts.open("Une", mail, "fr", List.of(Role.ADMINISTRATOR), null)));
        return made.get(0);
    }

    private long count(String table) {
        return db.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    private static List<Callable<?>> times(int many, Callable<?> gesture) {
        List<Callable<?>> all = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            all.add(gesture);
        }
        return all;
    }
}
