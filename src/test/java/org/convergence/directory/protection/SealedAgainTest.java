package org.convergence.directory.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.convergence.directory.protection.domain.RollReading;
import org.convergence.identity.Role;
import org.convergence.platform.jobs.QueuedJobs;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An older backup is restored, in which she who is sealed since stands in clear: the next start seals her again. */
@ModuleTest
class SealedAgainTest extends ProtectionFixture {

    @Autowired
    private RollReading roll;

    @Autowired
    private QueuedJobs queued;

    @Test
    void whoStandsInClearInAnOlderBackupIsSealedAgainAtTheNextStart() {
        String added =
                String.valueOf(post(Role.STAFF, PERSONS + "/new", "givenName", "Yesenia", "familyName", "Quintanilla")
                        .getResponse()
                        .getRedirectedUrl());
        UUID her = UUID.fromString(added.substring(added.lastIndexOf('/') + 1));
        String url = "/directory/protection/persons/" + her;
        assertThat(post(Role.STAFF, url + "/seal", "version", "1", "codeName", "Colibri", "understood", "true"))
                .hasStatus(303);
        queued.runAll();
        for (String table : new String[] {"sweep", "gesture", "opener", "mark", "vault", "ring"}) {
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
