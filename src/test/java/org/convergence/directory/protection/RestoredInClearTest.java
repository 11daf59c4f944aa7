package org.convergence.directory.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.protection.domain.ResealingFixture;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An older backup holds the person in two records, a deleted third one and an account: none stays in clear. */
@ModuleTest
class RestoredInClearTest extends ProtectionFixture {

    private static final String LIST = "/directory/protection";
    private static final String ALARM = "Le nom d’une personne protégée est visible";

    @Autowired
    private ResealingFixture roll;

    @Autowired
    private JobTestRunner queued;

    @Autowired
    private List<RecurringWork> recurring;

    private UUID kept = new UUID(0, 0);
    private UUID replaced = new UUID(0, 0);
    private UUID struckOut = new UUID(0, 0);
    private final UUID account = UUID.randomUUID();

    @BeforeEach
    void sheIsSealedAndStandsInAnOlderBackup() {
        forgetAll();
        kept = added("Anahí", "Cuevas");
        replaced = added("Ana", "Cuevas Ríos");
        struckOut = added("Anahí", "Cuevas");
        assertThat(post(Role.STAFF, PERSONS + "/" + struckOut + "/remove", "version", "1"))
                .hasStatus(303);
        assertThat(post(
                        Role.STAFF,
                        PERSONS + "/" + kept + "/replace",
                        "other",
                        replaced.toString(),
                        "version",
                        "1",
                        "otherVersion",
                        "1"))
                .hasStatus(303);
        int version = db.sql("SELECT version FROM directory.people_person WHERE id = ?")
                .param(kept)
                .query(Integer.class)
                .single();
        assertThat(post(
                        Role.STAFF,
                        LIST + "/persons/" + kept + "/seal",
                        "version",
                        String.valueOf(version),
                        "codeName",
                        "Paruline",
                        "understood",
                        "true"))
                .hasStatus(303);
        queued.runAll();

        forgetAll();
        for (UUID each : new UUID[] {kept, replaced, struckOut}) {
            db.sql("""
                            INSERT INTO directory.people_person (id, version, given_name, family_name)
                            VALUES (?, 1, 'Anahí', 'Cuevas')
                            """).param(each).update();
        }
        db.sql("""
                        INSERT INTO identity.account (id, version, mail, name, person_id, created_at)
                        VALUES (?, 1, 'anahi@exemple.org', 'Anahí Cuevas', ?, now())
                        """).params(account, kept).update();
    }

    @AfterEach
    void forgetAll() {
        for (String table : new String[] {"mention", "sweep", "gesture", "opener", "mark", "vault", "ring"}) {
            db.sql("DELETE FROM directory.protection_" + table).update();
        }
        db.sql("DELETE FROM identity.role_grant WHERE account_id = ?")
                .param(account)
                .update();
        db.sql("DELETE FROM identity.account WHERE id = ?").param(account).update();
        db.sql("DELETE FROM directory.people_alias").update();
        db.sql("DELETE FROM directory.people_person").update();
    }

    @Test
    void resealsEachRecordAndClosesAccount() {
        grant(Role.STAFF);
        assertThat(roll.sealAgain()).isEqualTo(3);
        assertThat(inClear()).isZero();
        assertThat(db.sql("SELECT closed_at IS NOT NULL FROM identity.account WHERE id = ?")
                        .param(account)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(page(Role.STAFF, LIST).text()).doesNotContain("en clair depuis");
    }

    @Test
    void sealsBackupRecordThatAbsorbedTheProtectedOne() {
        db.sql("DELETE FROM directory.people_person WHERE id IN (?, ?)")
                .params(replaced, struckOut)
                .update();
        UUID other = added("Anahí", "Cuevas");
        db.sql("UPDATE identity.account SET person_id = ? WHERE id = ?")
                .params(other, account)
                .update();
        db.sql("DELETE FROM directory.people_person WHERE id = ?").param(kept).update();
        db.sql("""
                        INSERT INTO directory.people_alias (id, person, names, contact_keys, replaced_at, actor, actor_label)
                        VALUES (?, ?, '{Anahí Cuevas}', '{}', now(), gen_random_uuid(), 'x')
                        """).params(kept, other).update();
        assertThat(roll.sealAgain()).isEqualTo(1);
        assertThat(inClear()).isZero();
    }

    @Test
    void reportsFailedSealingAndRetriesAtNight() {
        grant(Role.ADMINISTRATOR);
        assertThat(roll.sealAgain()).isEqualTo(3);
        assertThat(inClear()).as("the only administrator of accounts").isEqualTo(1);
        var list = page(Role.STAFF, LIST);
        assertThat(list.select("[role=alert]").text())
                .contains("paraît en clair", "n’a pas pu être scellée")
                .doesNotContain("Cuevas");
        assertThat(list.select("[role=alert] a").eachAttr("href")).containsExactly(PERSONS + "/" + kept);
        assertThat(page(Role.STAFF, "/").text())
                .as("at the top of the home page of users who protect people")
                .contains(ALARM)
                .doesNotContain("Cuevas");
        assertThat(page(Role.ACCOUNTANT, "/").text()).doesNotContain(ALARM);

        db.sql(
                        "INSERT INTO identity.role_grant (id, version, account_id, role, from_date) VALUES (gen_random_uuid(), 0, ?, ?, ?)")
                .params(id(Role.COORDINATOR), Role.ADMINISTRATOR.name(), LocalDate.of(2020, 1, 1))
                .update();
        recurring.stream()
                .filter(each -> each.name().equals("protection.sweep"))
                .forEach(each -> CurrentActor.runAs(Actor.system("test"), each::run));
        assertThat(inClear()).isZero();
        assertThat(page(Role.STAFF, "/").text()).doesNotContain(ALARM);
    }

    private void grant(Role role) {
        db.sql(
                        "INSERT INTO identity.role_grant (id, version, account_id, role, from_date) VALUES (gen_random_uuid(), 0, ?, ?, ?)")
                .params(account, role.name(), LocalDate.of(2020, 1, 1))
                .update();
    }

    private long inClear() {
        return db.sql("SELECT count(*) FROM directory.people_person WHERE display_name LIKE '%Cuevas%'")
                .query(Long.class)
                .single();
    }

    private UUID added(String given, String family) {
        var added = post(Role.STAFF, PERSONS + "/new", "givenName", given, "familyName", family, "anyway", "true");
        assertThat(added).hasStatus(303);
        String url = String.valueOf(added.getResponse().getRedirectedUrl());
        return UUID.fromString(url.substring(url.lastIndexOf('/') + 1));
    }
}
