package org.convergence.plan.realisation.domain;

import java.util.UUID;
import org.convergence.plan.realisation.AttachmentKind;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.Refused;

/** Decides which files can be attached, published and read (R-PHOTO-2). */
final class AttachmentPolicy {

    /** Maximum number of files of one realisation. */
    static final int MOST = 100;

    private AttachmentPolicy() {}

    /** A photograph is a picture; a picture may also be of an attendance sheet or of a paper. */
    static void requirePossible(AttachmentKind kind, boolean picture, int already) {
        if (kind == AttachmentKind.PHOTOGRAPH && !picture) {
            throw new Refused("realisation.attachment.not-a-picture");
        }
        if (already >= MOST) {
            throw new Refused("realisation.attachment.many", MOST);
        }
    }

    /** Names on an attendance sheet are never published, even with permission. */
    static void requirePublishable(AttachmentKind kind, boolean wanted) {
        if (wanted && kind != AttachmentKind.PHOTOGRAPH) {
            throw new Refused("realisation.attachment.never-published");
        }
    }

    /**
     * Whether the actor may read a file: with the permission to see realisations; an attendance sheet, only with the
     * permission to see names, or to correct the realisation.
     */
    static boolean mayRead(Actor actor, AttachmentKind kind, UUID recordedBy) {
        return actor.may(RealisationPermissions.READ)
                && (kind != AttachmentKind.ATTENDANCE
                        || actor.may(RealisationPermissions.READ_ATTENDANCE)
                        || RealisationRecordingPolicy.mayCorrect(actor, recordedBy));
    }
}
