package org.convergence.directory.protection.domain;

import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the keys are others than those under which people were sealed: nobody is recognised, so nobody is entered, until the
 * keys are back or somebody who decides says that they are lost.
 */
@Service
@Transactional
@Requires(ProtectionPermissions.READ)
public class LostKeys {

    private final Vault vault;
    private final JdbcClient db;

    LostKeys(Vault vault, JdbcClient db) {
        this.vault = vault;
        this.db = db;
    }

    /** Whether the keys are others. */
    @Transactional(readOnly = true)
    public boolean areOthers() {
        try {
            vault.requireOurKeys();
            return false;
        } catch (Refused others) {
            return true;
        }
    }

    /**
     * Says that they are lost: people may be entered again, nobody who was sealed is recognised any more, and their
     * identities stay closed.
     *
     * @throws Refused where the keys are the right ones
     */
    @Requires(ProtectionPermissions.SETTLE)
    public void giveUp() {
        if (!areOthers()) {
            throw new Refused("protection.keys.there");
        }
        db.sql("DELETE FROM directory.protection_mark").update();
        db.sql("DELETE FROM directory.protection_ring").update();
    }
}
