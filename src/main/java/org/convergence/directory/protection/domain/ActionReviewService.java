package org.convergence.directory.protection.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.directory.protection.TrustedAccounts;
import org.convergence.directory.protection.TrustedAccounts.TrustedAccount;
import org.convergence.directory.protection.domain.ProtectionQueries.IdentityAction;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reviews of actions done alone, by the named second person or the holders of {@code SETTLE}, never by the actor. */
@Service
@Transactional
@Requires(ProtectionPermissions.OWN)
public class ActionReviewService {

    private static final String SETTINGS = "directory.protection_settings";

    private final IdentityActionLog log;
    private final TrustedAccounts accounts;
    private final JdbcClient db;

    ActionReviewService(IdentityActionLog log, TrustedAccounts accounts, JdbcClient db) {
        this.log = log;
        this.accounts = accounts;
        this.db = db;
    }

    /** Whether the current actor may review. */
    public boolean mayReview() {
        return CurrentActor.get().may(ProtectionPermissions.SETTLE)
                || findNamedSecond()
                        .second()
                        .filter(CurrentActor.get().id()::equals)
                        .isPresent();
    }

    /** The actions to review, oldest first. */
    public List<IdentityAction> findActionsToReview() {
        requireReviewer();
        return ProtectionQueries.waiting(db);
    }

    /**
     * Records a review.
     *
     * @param words the reviewer's remark, {@code null} for none
     */
    public void review(UUID gesture, @Nullable String words) {
        requireReviewer();
        if (!log.recordReview(gesture, words)) {
            throw new Refused("protection.review.not-yours");
        }
    }

    /**
     * The second person notified of actions done alone.
     *
     * @param second the account, empty where none is named
     */
    public record NamedSecond(int version, Optional<UUID> second) {}

    /** The named second person. */
    public NamedSecond findNamedSecond() {
        return db.sql("SELECT version, second FROM directory.protection_settings")
                .query((row, n) -> new NamedSecond(
                        row.getInt("version"), Optional.ofNullable(row.getObject("second", UUID.class))))
                .single();
    }

    /** Names the second person. */
    @Requires(ProtectionPermissions.SETTLE)
    public void nameSecond(int version, @Nullable UUID second) {
        if (second != null && accounts.findById(second).isEmpty()) {
            throw new Refused("protection.second.unknown");
        }
        int changed =
                db.sql("""
                        UPDATE directory.protection_settings SET second = :second, version = version + 1 WHERE version = :version
                        """).param("second", second).param("version", version).update();
        if (changed == 0) {
            throw new EditConflict(SETTINGS, new UUID(0, 0), version);
        }
    }

    /** The accounts that can be named. */
    @Requires(ProtectionPermissions.SETTLE)
    public List<TrustedAccount> findEligible() {
        return accounts.findAll();
    }

    private void requireReviewer() {
        if (!mayReview()) {
            throw new NotFound("reviews");
        }
    }
}
