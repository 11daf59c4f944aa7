package org.convergence.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Roles are granted visibly, by another person, and do not lapse unnoticed (R-ROLE-1, R-ROLE-2). */
@ModuleTest
class RoleGrantTest {

    @Autowired
    private AccountService accounts;

    @Autowired
    private SuccessionService succession;

    @Autowired
    private SignInFixture doors;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private Actor keeper = Actor.VISITOR;
    private UUID coordinator = new UUID(0, 0);

    @BeforeEach
    void aCoordinatorAndAnAdministrator() throws Exception {
        for (String table :
                List.of("session", "sign_in_link", "sign_in_attempt", "api_token", "role_grant", "account")) {
            db.sql("DELETE FROM identity." + table).update();
        }
        db.sql("DELETE FROM platform.mail_message").update();
        doors.anOrganisation();
        coordinator = opened("Maryse Tremblay", "maryse@exemple.org", Role.COORDINATOR);
        keeper = new Actor(
                opened("Huu Nguyen", "huu@exemple.org", Role.ADMINISTRATOR),
                "Huu Nguyen",
                null,
                "fr",
                Set.of("identity.accounts"));
    }

    @Test
    void refusesGrantingRoleToOneself() {
        assertThatThrownBy(
                        () -> byTheKeeper(() -> accounts.grant(keeper.id(), Role.COORDINATOR, settings.today(), null)))
                .hasMessage("identity.grant.own");
        assertThat(rolesOf(keeper.id())).containsExactly("ADMINISTRATOR");
    }

    @Test
    void notifiesCoordinatorOfEachRoleGrantedByOthers() {
        byTheKeeper(() -> accounts.invite("Inès\r\nBcc: x@exemple.net", "ines@exemple.org", Role.STAFF, null));
        byTheKeeper(() -> accounts.grant(
                accountOf("ines@exemple.org"),
                Role.COORDINATOR,
                settings.today(),
                settings.today().plusDays(30)));
        assertThat(db.sql("SELECT recipient FROM platform.mail_message WHERE purpose = 'identity_grant' ORDER BY id")
                        .query(String.class)
                        .list())
                .startsWith("maryse@exemple.org", "maryse@exemple.org");
        assertThat(db.sql("SELECT body FROM platform.mail_message WHERE purpose = 'identity_grant' ORDER BY id")
                        .query(String.class)
                        .list())
                .allSatisfy(body -> assertThat(body).contains("Huu Nguyen", "Inès"));
        assertThat(db.sql(
                                "SELECT count(*) FROM platform.audit_entry WHERE table_name = 'identity.role_grant' AND after ->> 'role' = 'COORDINATOR'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void doesNotNotifyGranterOfRole() {
        Actor both = new Actor(coordinator, "Maryse", null, "fr", Set.of("identity.accounts"));
        CurrentActor.runAs(both, () -> accounts.invite("Inès", "ines@exemple.org", Role.STAFF, null));
        assertThat(db.sql("SELECT count(*) FROM platform.mail_message WHERE purpose = 'identity_grant'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void temporaryHolderDoesNotReplaceTheLastOne() {
        LocalDate spring = settings.today().plusDays(120);
        byTheKeeper(() -> accounts.invite("Relève", "releve@exemple.org", Role.COORDINATOR, spring));
        byTheKeeper(() -> accounts.invite("Relève", "releve2@exemple.org", Role.ADMINISTRATOR, spring));
        assertThatThrownBy(() -> byTheKeeper(() -> accounts.endGrant(grantOf(coordinator), settings.today())))
                .hasMessage("identity.account.nobody_left")
                .satisfies(refused -> assertThat(refused)
                        .hasFieldOrPropertyWithValue("arguments", new Object[] {"COORDINATOR", spring.plusDays(1)}));
        assertThatThrownBy(() -> byTheKeeper(() -> accounts.close(coordinator)))
                .hasMessage("identity.account.nobody_left");
        byTheKeeper(() -> accounts.invite("Suite", "suite@exemple.org", Role.COORDINATOR, null));
        byTheKeeper(() -> accounts.close(coordinator));
        byTheKeeper(() -> assertThat(succession.vacancies()).isEmpty());
    }

    @Test
    void endingPastOrFutureRoleDoesNotActivateIt() {
        byTheKeeper(() -> accounts.invite("Inès", "ines@exemple.org", Role.STAFF, null));
        UUID ines = accountOf("ines@exemple.org");
        db.sql("UPDATE identity.role_grant SET from_date = '2020-01-01', to_date = '2020-06-30' WHERE account_id = ?")
                .param(ines)
                .update();
        byTheKeeper(() -> accounts.endGrant(grantOf(ines), settings.today()));
        assertThat(db.sql("SELECT to_date FROM identity.role_grant WHERE account_id = ?")
                        .param(ines)
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(LocalDate.of(2020, 6, 30));
        db.sql("UPDATE identity.role_grant SET from_date = '2999-01-01', to_date = NULL WHERE account_id = ?")
                .param(ines)
                .update();
        byTheKeeper(() -> accounts.endGrant(grantOf(ines), settings.today()));
        assertThat(rolesOf(ines)).isEmpty();
    }

    private UUID opened(String name, String mail, Role role) throws Exception {
        return CurrentActor.callAs(Actor.system("test"), () -> accounts.open(name, mail, "fr", List.of(role), null));
    }

    private void byTheKeeper(Runnable gesture) {
        CurrentActor.runAs(keeper, gesture);
    }

    private UUID accountOf(String mail) {
        return db.sql("SELECT id FROM identity.account WHERE mail = ?")
                .param(mail)
                .query(UUID.class)
                .single();
    }

    private UUID grantOf(UUID account) {
        return db.sql("SELECT id FROM identity.role_grant WHERE account_id = ?")
                .param(account)
                .query(UUID.class)
                .single();
    }

    private List<String> rolesOf(UUID account) {
        return db.sql("SELECT role FROM identity.role_grant WHERE account_id = ?")
                .param(account)
                .query(String.class)
                .list();
    }
}
