package org.convergence.directory.protection.domain;

import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Handles keys that differ from those used for sealing: nobody can be recognised, so nobody can be entered, until the
 * keys are restored or declared lost.
 */
@Service
@Transactional
@Requires(ProtectionPermissions.READ)
public class LostKeysService {

    private final IdentityVault vault;
    private final JdbcClient db;

    LostKeysService(IdentityVault vault, JdbcClient db) {
        this.vault = vault;
        this.db = db;
    }

    /** Whether the keys differ. */
    @Transactional(readOnly = true)
    public boolean areDifferent() {
        try {
            vault.requireOurKeys();
            return false;
        } catch (Refused others) {
            return true;
        }
    }

    /**
     * Declares the keys lost: people can be entered again, sealed people are no longer recognised, and their identities
     * stay closed.
     *
     * @throws Refused where the keys are the right ones
     */
    @Requires(ProtectionPermissions.SETTLE)
    public void declareLost() {
        if (!areDifferent()) {
            throw new Refused("protection.keys.there");
        }
        db.sql("DELETE FROM directory.protection_mark").update();
        db.sql("DELETE FROM directory.protection_ring").update();
    }
}
