package org.convergence.directory.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.protection.domain.ResealingFixture;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.backup.BackupService;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An older backup holds a person sealed since in clear: the next start seals them again. */
@ModuleTest
class ResealingTest extends ProtectionFixture {

    @Autowired
    private ResealingFixture roll;

    @Autowired
    private JobTestRunner queued;

    @Autowired
    private BackupService backups;

    @Autowired
    private List<RecurringWork> recurring;

    @Test
    void rewritesNewMentionsAtNightAndListsOlderBackups() {
        String added =
                String.valueOf(post(Role.STAFF, PERSONS + "/new", "givenName", "Marisol", "familyName", "Escobedo")
                        .getResponse()
                        .getRedirectedUrl());
        String url = added.replace("/people/", "/protection/");
        UUID run = asWhoKeepsTheSystem(backups::requestBackup);
        queued.run(run);
        assertThat(post(Role.STAFF, url + "/seal", "version", "1", "codeName", "Sterne", "understood", "true"))
                .hasStatus(303);
        queued.runAll();
        assertThat(page(Role.STAFF, url).text()).contains("Ces sauvegardes gardent son nom", "convergence-");

        db.sql("""
                        INSERT INTO platform.mail_message (id, recipient, subject, body, purpose, posted_at, next_at)
                        VALUES (gen_random_uuid(), 'luc@exemple.org', 'Escobedo, Marisol', 'x', 'test_letter', now(), now())
                        """).update();
        recurring.stream()
                .filter(each -> each.name().equals("protection.sweep"))
                .forEach(each -> CurrentActor.runAs(Actor.system("test"), each::run));
        queued.runAll();
        assertThat(letters())
                .anyMatch(each -> each.contains("| Sterne |"))
                .noneMatch(each -> each.contains("Escobedo"));
    }

    private static UUID asWhoKeepsTheSystem(java.util.concurrent.Callable<UUID> work) {
        try {
            return CurrentActor.callAs(Actor.system("test"), work::call);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void resealsPersonFromOlderBackupAtNextStart() {
        String added =
                String.valueOf(post(Role.STAFF, PERSONS + "/new", "givenName", "Yesenia", "familyName", "Quintanilla")
                        .getResponse()
                        .getRedirectedUrl());
        UUID her = UUID.fromString(added.substring(added.lastIndexOf('/') + 1));
        String url = "/directory/protection/persons/" + her;
        assertThat(post(Role.STAFF, url + "/seal", "version", "1", "codeName", "Colibri", "understood", "true"))
                .hasStatus(303);
        queued.runAll();
        for (String table : new String[] {"mention", "sweep", "gesture", "opener", "mark", "vault", "ring"}) {
            db.sql("DELETE FROM directory.protection_" + table).update();
        }
        db.sql(
                        "UPDATE directory.people_person SET sealed_at = NULL, given_name = 'Yesenia', family_name = 'Quintanilla' WHERE id = ?")
                .param(her)
                .update();

        assertThat(roll.sealAgain()).isEqualTo(1);
        queued.runAll();

        assertThat(page(Role.COORDINATOR, added).text()).contains("Colibri").doesNotContain("Quintanilla");
        assertThat(document(post(Role.STAFF, url + "/open", "reason", "Vérifier"))
                        .text())
                .contains("Yesenia Quintanilla");
        assertThat(roll.sealAgain()).isZero();
    }
}
